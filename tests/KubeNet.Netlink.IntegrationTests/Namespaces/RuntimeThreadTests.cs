namespace KubeNet.Netlink.IntegrationTests.Namespaces;

/// <summary>The runtime's own threads are born where the thread is that needs them; none may be born inside.</summary>
public sealed class RuntimeThreadTests
{
    [Fact]
    public void The_collectors_background_thread_is_born_at_home()
        => Assert.Equal("none inside: True, then at home: True, mode: Interactive, away: []", Probe.Run(NamespaceProbes.BackgroundCollection));

    [Fact]
    public void Sockets_and_settings_leave_no_thread_away()
        => Assert.Equal(string.Empty, Probe.Run(NamespaceProbes.RawCalls));

    [Fact]
    public void Starting_programs_leaves_no_thread_away()
        => Assert.Equal(string.Empty, Probe.Run(NamespaceProbes.StartProcess));
}
