using System.Runtime.InteropServices;

namespace KubeNet.Testing.Interop;

// linux/if_packet.h
internal static class if_packet
{
    public const byte PACKET_HOST = 0;
    public const byte PACKET_BROADCAST = 1;
    public const byte PACKET_MULTICAST = 2;
    public const byte PACKET_OTHERHOST = 3;
    public const byte PACKET_OUTGOING = 4;

    public const int PACKET_ADD_MEMBERSHIP = 1;
    public const int PACKET_STATISTICS = 6;
    public const int PACKET_AUXDATA = 8;
    public const int PACKET_IGNORE_OUTGOING = 23;

    public const ushort PACKET_MR_PROMISC = 1;

    public const uint TP_STATUS_VLAN_VALID = 1 << 4;
    public const uint TP_STATUS_VLAN_TPID_VALID = 1 << 6;

    [StructLayout(LayoutKind.Sequential)]
    public unsafe struct sockaddr_ll
    {
        public ushort sll_family;
        public ushort sll_protocol; // big-endian
        public int sll_ifindex;
        public ushort sll_hatype;
        public byte sll_pkttype;
        public byte sll_halen;
        public fixed byte sll_addr[8];
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct tpacket_stats
    {
        public uint tp_packets;
        public uint tp_drops;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct tpacket_auxdata
    {
        public uint tp_status;
        public uint tp_len;
        public uint tp_snaplen;
        public ushort tp_mac;
        public ushort tp_net;
        public ushort tp_vlan_tci;
        public ushort tp_vlan_tpid;
    }

    [StructLayout(LayoutKind.Sequential)]
    public unsafe struct packet_mreq
    {
        public int mr_ifindex;
        public ushort mr_type;
        public ushort mr_alen;
        public fixed byte mr_address[8];
    }
}
