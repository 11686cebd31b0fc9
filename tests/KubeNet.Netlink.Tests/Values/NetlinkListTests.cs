namespace KubeNet.Netlink.Tests.Values;

public sealed class NetlinkListTests
{
    [Fact]
    public void Lists_are_equal_when_their_items_are()
    {
        NetlinkList<string> one = ["a", "b"];
        NetlinkList<string> other = NetlinkList.From(new List<string> { "a", "b" });
        NetlinkList<string> longer = ["a", "b", "c"];
        Assert.True(one.Equals(other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.False(one.Equals(longer));
        Assert.False(one.Equals(null));
    }

    [Fact]
    public void A_list_does_not_change_with_what_it_was_made_of()
    {
        int[] source = [1, 2];
        NetlinkList<int> list = NetlinkList.Create<int>(source);
        source[0] = 9;
        Assert.Equal(1, list[0]);
    }

    [Fact]
    public void The_empty_list_is_one() => Assert.Same(NetlinkList<int>.Empty, NetlinkList.From<int>([]));

    [Fact]
    public void Bytes_read_as_digits_and_others_as_a_list()
    {
        NetlinkList<byte> bytes = [0x0a, 0xff];
        NetlinkList<int> numbers = [1, 2];
        Assert.Equal(("0aff", "[1, 2]"), (bytes.ToString(), numbers.ToString()));
    }

    [Fact]
    public void Going_through_allocates_nothing()
    {
        NetlinkList<int> list = [1, 2, 3];
        int sum = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (int item in list)
        {
            sum += item;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(6, sum);
    }
}
