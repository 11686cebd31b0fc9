using System.Runtime.Versioning;
using KubeNet.Netlink.Namespaces;
using KubeNet.Testing.Leftovers;
using Xunit;

namespace KubeNet.Testing.Tests.Leftovers;

// In a directory of its own: nothing here needs a privilege, and names of namespaces are only compared.
[UnsupportedOSPlatform("windows")]
public sealed class JournalTests : IDisposable
{
    private static readonly NamespaceIdentity s_identity = new(4, 4_026_532_000);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("journals-");
    private readonly JournalDirectory _directory;

    public JournalTests() => _directory = new JournalDirectory(Path.Combine(_root.FullName, "below", "testing"));

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void A_journal_tells_who_made_the_network_and_which_namespaces_it_has()
    {
        using Journal journal = Journal.Begin(_directory, "lab", keep: true);
        string first = NetworkName.Of(journal.Network, "a"), second = NetworkName.Of(journal.Network, "b-c.d_E");
        journal.Announce(first, s_identity);
        journal.Announce(second, s_identity with { Inode = 7 });

        JournalContent? content = _directory.TryRead(journal.Network, out string? fault);

        Assert.Null(fault);
        Assert.StartsWith("lab-", journal.Network, StringComparison.Ordinal);
        Assert.Equal(ProcessIdentity.Current, content!.Owner);
        Assert.Equal([(first, s_identity), (second, s_identity with { Inode = 7 })], content.Namespaces);
        Assert.True(content.Keep);
        Assert.False(content.Released);
    }

    [Fact]
    public void A_network_whose_process_lives_is_no_leftover_and_a_released_one_only_when_asked_for()
    {
        using Journal journal = Journal.Begin(_directory, null, keep: true);
        Assert.Empty(NetworkLeftovers.Find(_directory, includeKept: true));

        journal.Release();

        Assert.Empty(NetworkLeftovers.Find(_directory, includeKept: false));
        NetworkLeftover leftover = Assert.Single(NetworkLeftovers.Find(_directory, includeKept: true));
        Assert.Equal((journal.Network, true, null), (leftover.Network, leftover.IsKept, leftover.Distrust));
    }

    [Fact]
    public void A_line_that_was_being_written_when_the_process_was_killed_counts_for_nothing()
    {
        using Journal journal = Journal.Begin(_directory, null, keep: false);
        File.AppendAllText(_directory.PathOf(journal.Network), "{\"namespace\":\"kn-");

        Assert.Empty(_directory.TryRead(journal.Network, out string? fault)!.Namespaces);
        Assert.Null(fault);
    }

    [Fact]
    public void A_journal_that_was_not_begun_is_cleared_away()
    {
        _directory.Prepare();
        File.WriteAllText(_directory.PathOf("abcdefgh"), string.Empty);

        Assert.Empty(NetworkLeftovers.Find(_directory, includeKept: true));
        Assert.Empty(NetworkLeftovers.Remove(_directory, includeKept: false));

        Assert.Empty(_directory.List());
    }

    [Fact]
    public void The_journal_of_an_earlier_start_of_the_machine_goes_without_a_look_at_its_names()
    {
        string network = Write("abcdefgh", Owner with { BootId = "another" }, ("kn-abcdefgh-a", s_identity));

        NetworkLeftover leftover = Assert.Single(NetworkLeftovers.Remove(_directory, includeKept: false));

        Assert.Equal((network, 0), (leftover.Network, leftover.Namespaces.Count));
        Assert.Empty(_directory.List());
    }

    [Fact]
    public void A_process_of_the_same_number_that_started_at_another_time_is_another()
    {
        Write("abcdefgh", Owner with { StartTime = Owner.StartTime - 1 });

        Assert.Single(NetworkLeftovers.Find(_directory, includeKept: false));
    }

    [Fact]
    public void A_process_of_another_container_counts_as_alive()
    {
        Write("abcdefgh", Owner with { PidNamespace = "pid:[1]", ProcessId = int.MaxValue });

        Assert.Empty(NetworkLeftovers.Find(_directory, includeKept: false));
    }

    [Theory]
    [InlineData("cni-1234")]
    [InlineData("kn-abcdefgh")]
    [InlineData("kn-abcdefgh-")]
    [InlineData("kn-abcdefgi-a")]
    [InlineData("kn-abcdefgh-../a")]
    [InlineData("kn-abcdefgh-a/b")]
    [InlineData("../kn-abcdefgh-a")]
    [InlineData("kn-abcdefgh-.a")]
    [InlineData("kn-abcdefgh-a\\u0000b")]
    [InlineData("KN-abcdefgh-a")]
    public void A_journal_that_names_what_is_not_of_its_network_is_not_believed_at_all(string name)
    {
        _directory.Prepare();
        string path = _directory.PathOf("abcdefgh");
        File.WriteAllText(path, FirstLine("abcdefgh", Dead) + Line("kn-abcdefgh-good") + Line(name));

        NetworkLeftover leftover = Assert.Single(NetworkLeftovers.Find(_directory, includeKept: false));

        Assert.NotNull(leftover.Distrust);
        Assert.Empty(NetworkLeftovers.Remove(_directory, includeKept: true));
        Assert.True(File.Exists(path));
    }

    [Theory]
    [InlineData("nonsense\n")]
    [InlineData("[]\n")]
    [InlineData("null\n")]
    [InlineData("{}\n")]
    [InlineData("{\"released\":true}\n")]
    [InlineData("{\"network\":\"abcdefgh\"}\n")]
    [InlineData("{\"network\":\"abcdefgi\",\"owner\":{\"processId\":1,\"startTime\":1,\"bootId\":\"b\",\"pidNamespace\":\"p\"}}\n")]
    [InlineData("{\"network\":\"abcdefgh\",\"owner\":{\"processId\":0,\"startTime\":1,\"bootId\":\"b\",\"pidNamespace\":\"p\"}}\n")]
    [InlineData("{\"network\":\"abcdefgh\",\"owner\":{\"processId\":1,\"startTime\":1},\"more\":1}\n")]
    public void Other_text_is_not_believed(string text)
    {
        _directory.Prepare();
        File.WriteAllText(_directory.PathOf("abcdefgh"), text);

        Assert.NotNull(Assert.Single(NetworkLeftovers.Find(_directory, includeKept: true)).Distrust);
        Assert.Empty(NetworkLeftovers.Remove(_directory, includeKept: true));
        Assert.Single(_directory.List());
    }

    [Theory]
    [InlineData("short")]
    [InlineData("UPPERCASE")]
    [InlineData("-abcdefgh")]
    [InlineData("abcd.efgh")]
    public void A_file_whose_name_is_not_that_of_a_network_is_not_believed(string name)
    {
        Write(name, Dead);

        Assert.NotNull(Assert.Single(NetworkLeftovers.Find(_directory, includeKept: true)).Distrust);
    }

    [Fact]
    public void A_link_to_a_journal_is_not_believed()
    {
        string network = Write("abcdefgh", Dead);
        string elsewhere = Path.Combine(_root.FullName, "elsewhere");
        File.Move(_directory.PathOf(network), elsewhere);
        File.CreateSymbolicLink(_directory.PathOf(network), elsewhere);

        Assert.NotNull(Assert.Single(NetworkLeftovers.Find(_directory, includeKept: true)).Distrust);
        Assert.Empty(NetworkLeftovers.Remove(_directory, includeKept: true));
        Assert.True(File.Exists(elsewhere));
    }

    [Fact]
    public void A_journal_that_others_may_write_is_not_believed()
    {
        string network = Write("abcdefgh", Dead);
        File.SetUnixFileMode(_directory.PathOf(network), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);

        Assert.NotNull(Assert.Single(NetworkLeftovers.Find(_directory, includeKept: true)).Distrust);
    }

    [Fact]
    public void A_directory_that_others_may_write_is_refused_and_nothing_in_it_is_believed()
    {
        Write("abcdefgh", Dead);
        File.SetUnixFileMode(_directory.Location, (UnixFileMode)0x1ff);

        Assert.Empty(NetworkLeftovers.Remove(_directory, includeKept: true));
        Assert.Contains("may be written by others", Assert.Throws<IOException>(_directory.Prepare).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_in_the_place_of_the_directory_is_refused()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_directory.Location)!);
        Directory.CreateSymbolicLink(_directory.Location, _root.FullName);

        Assert.Throws<IOException>(_directory.Prepare);
        Assert.Empty(_directory.List());
    }

    [Fact]
    public void Removing_a_live_network_deletes_its_journal()
    {
        using Journal journal = Journal.Begin(_directory, null, keep: false);

        journal.RemoveAll();

        Assert.Empty(_directory.List());
    }

    private static ProcessIdentity Owner => ProcessIdentity.Current;

    private static ProcessIdentity Dead => Owner with { StartTime = Owner.StartTime - 1 };

    private static string FirstLine(string network, ProcessIdentity owner) =>
        $"{{\"network\":\"{network}\",\"owner\":{{\"processId\":{owner.ProcessId},\"startTime\":{owner.StartTime},\"bootId\":\"{owner.BootId}\",\"pidNamespace\":\"{owner.PidNamespace}\"}}}}\n";

    private static string Line(string name) => $"{{\"namespace\":\"{name}\",\"identity\":{{\"device\":4,\"inode\":4026532000}}}}\n";

    private string Write(string network, ProcessIdentity owner, params (string Name, NamespaceIdentity Identity)[] namespaces)
    {
        _directory.Prepare();
        File.WriteAllText(_directory.PathOf(network), FirstLine(network, owner) + string.Concat(namespaces.Select(entry => Line(entry.Name))));
        return network;
    }
}
