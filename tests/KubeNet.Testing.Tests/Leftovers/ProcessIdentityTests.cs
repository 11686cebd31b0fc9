using KubeNet.Testing.Leftovers;
using Xunit;

namespace KubeNet.Testing.Tests.Leftovers;

public sealed class ProcessIdentityTests
{
    private const string Rest = " 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 987654 20 21";

    [Theory]
    [InlineData("12 (sleep) S" + Rest, 987654L)]
    [InlineData("12 (a) S 9 (b)) R" + Rest, 987654L)]
    [InlineData("12 (ended) Z" + Rest, null)]
    [InlineData("12 (ended) X" + Rest, null)]
    [InlineData("12 (short) S 1 2", null)]
    [InlineData("12 (", null)]
    [InlineData("", null)]
    public void The_start_time_is_the_22nd_field_whatever_the_name(string stat, long? expected) =>
        Assert.Equal(expected, ProcessIdentity.ParseStartTime(stat));

    [Fact]
    public void This_process_is_alive() => Assert.False(ProcessIdentity.Current.IsGone);

    // Killed while a thread was in a system call: the first thread is dead already, and the other may still make something.
    [Fact]
    public void A_process_of_which_a_thread_is_left_has_not_ended()
    {
        string stat = $"7 (dead) Z {string.Join(' ', Enumerable.Range(4, 18))} 4711 23 24";

        Assert.Equal(4711, ProcessIdentity.ParseStartTime(stat, hasOtherThreads: true));
        Assert.Null(ProcessIdentity.ParseStartTime(stat));
    }
}
