using KubeNet.Netlink.Links;
using KubeNet.Netlink.Protocol;
using static KubeNet.Netlink.Interop.if_link;
using static KubeNet.Netlink.Interop.veth;

namespace KubeNet.Netlink.Tests.Links;

public sealed class LinkInfoTests
{
    [Fact]
    public void Keeps_a_kind_that_it_does_not_know()
    {
        var wanted = new Link { Name = "a0", Kind = new UnknownLinkKind("made-up") { UnknownAttributes = [new RawAttribute(7, true, [1, 2, 3])] } };

        Link read = Link.Read(Write(wanted));

        Assert.Equal(wanted.Kind, read.Kind);
        Assert.Equal(Write(wanted), Write(read));
    }

    [Fact]
    public void Keeps_attributes_of_a_kind_that_it_does_not_know()
    {
        var wanted = new Link { Kind = new VxlanLink { Vni = new Vni(5), UnknownAttributes = [new RawAttribute(1000, false, [9])] } };

        Assert.Equal(wanted, Link.Read(Write(wanted)));
    }

    [Fact]
    public void Reads_a_kind_whose_name_comes_after_its_attributes()
    {
        byte[] payload = Build((ref NetlinkWriter writer) =>
        {
            int info = writer.BeginNested(IFLA_LINKINFO);
            int data = writer.BeginNested(IFLA_INFO_DATA);
            writer.WriteUInt32(IFLA_VXLAN_ID, 42);
            writer.EndNested(data);
            writer.WriteString(IFLA_INFO_KIND, "vxlan");
            writer.EndNested(info);
        });

        Assert.Equal(new Vni(42), Assert.IsType<VxlanLink>(Link.Read(payload).Kind).Vni);
    }

    [Fact]
    public void Keeps_a_vni_that_is_too_large_raw()
    {
        byte[] payload = Build((ref NetlinkWriter writer) =>
        {
            int info = writer.BeginNested(IFLA_LINKINFO);
            writer.WriteString(IFLA_INFO_KIND, "vxlan");
            int data = writer.BeginNested(IFLA_INFO_DATA);
            writer.WriteUInt32(IFLA_VXLAN_ID, 0x0100_0000);
            writer.EndNested(data);
            writer.EndNested(info);
        });

        VxlanLink vxlan = Assert.IsType<VxlanLink>(Link.Read(payload).Kind);

        Assert.Null(vxlan.Vni);
        Assert.Equal(IFLA_VXLAN_ID, Assert.Single(vxlan.UnknownAttributes.AsSpan().ToArray()).Type);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Reads_pairs_within_pairs_only_so_deep(int depth)
    {
        byte[] payload = Build((ref NetlinkWriter writer) => Nest(ref writer, depth));

        Link? link = Link.Read(payload);

        int levels = 0;
        for (; link?.Kind is VethLink { Peer: { } peer }; link = peer)
        {
            levels++;
        }

        Assert.Equal(Math.Min(depth, 4), levels);
        Assert.Equal(payload, Write(Link.Read(payload)));
    }

    [Theory]
    [InlineData(new byte[] { 3, 0, 2, 0 })]
    [InlineData(new byte[] { 200, 0, 2, 0 })]
    [InlineData(new byte[] { 9, 0, 1, 0, (byte)'v', (byte)'e', (byte)'t', (byte)'h', 0, 0, 0, 0, 8, 0, 2, 0, 99, 0, 1, 0 })]
    public void Keeps_a_broken_nest_raw_and_the_link_with_it(byte[] nest)
    {
        byte[] payload = Build((ref NetlinkWriter writer) =>
        {
            writer.WriteBytes(IFLA_LINKINFO, nest);
            writer.WriteString(IFLA_IFNAME, "a0");
        });

        Link link = Link.Read(payload);

        Assert.Equal("a0", link.Name);
        Assert.Null(link.Kind);
        Assert.Equal([.. nest], Assert.Single(link.UnknownAttributes.AsSpan().ToArray()).Value);
    }

    [Fact]
    public void Names_the_attributes_of_a_kind_for_errors()
    {
        byte[] info = Build((ref NetlinkWriter writer) => writer.WriteString(IFLA_INFO_KIND, "vxlan"))[16..];

        Assert.True(LinkInfo.TableOf(info)!.TryGet(IFLA_INFO_DATA, out NetlinkAttributeEntry? data));
        Assert.True(data.Nested!(default)!.TryGet(IFLA_VXLAN_ID, out NetlinkAttributeEntry? vni));
        Assert.Equal(("Vni", "IFLA_VXLAN_ID"), (vni.Property, vni.KernelName));
    }

    private static void Nest(ref NetlinkWriter writer, int depth)
    {
        if (depth == 0)
        {
            return;
        }

        int info = writer.BeginNestedWithoutFlag(IFLA_LINKINFO);
        writer.WriteString(IFLA_INFO_KIND, "veth");
        int data = writer.BeginNested(IFLA_INFO_DATA);
        int peer = writer.BeginNested(VETH_INFO_PEER);
        writer.WriteHeader(16);
        Nest(ref writer, depth - 1);
        writer.EndNested(peer);
        writer.EndNested(data);
        writer.EndNested(info);
    }

    private delegate void Attributes(ref NetlinkWriter writer);

    private static byte[] Build(Attributes attributes)
    {
        var writer = new NetlinkWriter(new byte[65536]);
        writer.WriteHeader(16);
        attributes(ref writer);
        return writer.Written.ToArray();
    }

    private static byte[] Write(Link link)
    {
        var writer = new NetlinkWriter(new byte[65536]);
        link.Write(ref writer);
        return writer.Written.ToArray();
    }
}
