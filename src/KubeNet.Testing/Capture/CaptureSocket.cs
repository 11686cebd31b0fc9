using System.Buffers.Binary;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using KubeNet.Netlink.Namespaces;
using KubeNet.Testing.Interop;
using KubeNet.Testing.Packets;
using static KubeNet.Testing.Interop.if_arp;
using static KubeNet.Testing.Interop.if_packet;
using static KubeNet.Testing.Interop.socket;

namespace KubeNet.Testing.Capture;

// A packet socket on one device (packet(7)). Made in the device's namespace, used from anywhere: it keeps its namespace.
internal sealed unsafe class CaptureSocket : IDisposable
{
    private const int ControlSize = 128;
    private const int VlanTagPosition = 12;

    private readonly Socket _socket;
    private readonly string _device;
    private readonly PacketDecoderOptions _decoder;
    private readonly byte[] _scratch;
    private long _dropped;

    private CaptureSocket(Socket socket, string device, CaptureOptions options)
    {
        _socket = socket;
        _device = device;
        _decoder = options.Decoder;
        _scratch = GC.AllocateUninitializedArray<byte>(options.SnapshotLength, pinned: true);
    }

    public SafeSocketHandle Handle => _socket.SafeHandle;

    // Protocol 0 hears nothing; binding to the device and ETH_P_ALL turns the capture on, within the call.
    public static CaptureSocket Open(NetworkNamespace ns, string device, CaptureOptions options)
    {
        var capture = new CaptureSocket(ns.OpenSocket(AddressFamily.Packet, SocketType.Raw, ProtocolType.Unspecified), device, options);
        try
        {
            int index = capture.FindDevice();
            capture.Configure(index, options);
            capture.Bind(index);
            return capture;
        }
        catch
        {
            capture.Dispose();
            throw;
        }
    }

    public void Dispose() => _socket.Dispose();

    // The kernel forgets its count when it is read.
    public long ReadDropped()
    {
        tpacket_stats statistics = default;
        _socket.GetRawSocketOption(SOL_PACKET, PACKET_STATISTICS, BytesOf(ref statistics));
        return _dropped += statistics.tp_drops;
    }

    // null: nothing is queued.
    public CapturedPacket? TryReceive()
    {
        sockaddr_ll address = default;
        // cmsghdr must be aligned.
        ulong* control = stackalloc ulong[ControlSize / sizeof(ulong)];
        fixed (byte* buffer = _scratch)
        {
            var vector = new iovec { iov_base = buffer, iov_len = (nuint)_scratch.Length };
            var message = new msghdr { msg_name = &address, msg_iov = &vector, msg_iovlen = 1, msg_control = control };
            while (true)
            {
                message.msg_namelen = (uint)sizeof(sockaddr_ll);
                message.msg_controllen = ControlSize;
                nint length = sys_socket.recvmsg(Handle, &message, MSG_DONTWAIT | MSG_TRUNC);
                if (length >= 0)
                    return Make((int)length, address, new ReadOnlySpan<byte>(control, (int)message.msg_controllen));
                switch (Marshal.GetLastPInvokeError())
                {
                    case EAGAIN:
                        return null;
                    // The device went down; it may come up again, and what is queued stays.
                    case EINTR or ENETDOWN:
                        continue;
                    case int errno:
                        throw new PacketCaptureException("capture on", _device, errno);
                }
            }
        }
    }

    private CapturedPacket Make(int length, in sockaddr_ll address, ReadOnlySpan<byte> control)
    {
        ReadControl(control, out tpacket_auxdata data, out DateTimeOffset timestamp);
        ReadOnlySpan<byte> frame = _scratch.AsSpan(0, Math.Min(length, _scratch.Length));
        LinkLayer link = LinkLayer.Ethernet;
        byte[] bytes;
        if (address.sll_hatype is not (ARPHRD_ETHER or ARPHRD_LOOPBACK))
        {
            // Some tunnel devices put their outer header in front; the network header is where the packet begins.
            int skipped = Math.Min(data.tp_net, frame.Length);
            link = LinkLayer.Ip;
            bytes = frame[skipped..].ToArray();
            length -= skipped;
        }
        else if ((data.tp_status & TP_STATUS_VLAN_VALID) != 0 && frame.Length >= VlanTagPosition)
        {
            bytes = WithVlanTag(frame, data);
            length += VlanTag.Size;
        }
        else
        {
            bytes = frame.ToArray();
        }
        return new CapturedPacket(bytes, length, link, DirectionOf(address.sll_pkttype), timestamp, _decoder);
    }

    private static byte[] WithVlanTag(ReadOnlySpan<byte> frame, in tpacket_auxdata data)
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(frame.Length + VlanTag.Size);
        frame[..VlanTagPosition].CopyTo(bytes);
        ushort protocol = (data.tp_status & TP_STATUS_VLAN_TPID_VALID) != 0 ? data.tp_vlan_tpid : (ushort)EtherType.Vlan;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(VlanTagPosition), protocol);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(VlanTagPosition + 2), data.tp_vlan_tci);
        frame[VlanTagPosition..].CopyTo(bytes.AsSpan(VlanTagPosition + VlanTag.Size));
        return bytes;
    }

    // cmsg(3)
    private static void ReadControl(ReadOnlySpan<byte> control, out tpacket_auxdata data, out DateTimeOffset timestamp)
    {
        data = default;
        timestamp = DateTimeOffset.UnixEpoch;
        while (control.Length >= sizeof(cmsghdr))
        {
            cmsghdr header = MemoryMarshal.Read<cmsghdr>(control);
            if (header.cmsg_len < (nuint)sizeof(cmsghdr) || header.cmsg_len > (nuint)control.Length)
                return;
            ReadOnlySpan<byte> value = control[sizeof(cmsghdr)..(int)header.cmsg_len];
            if (header.cmsg_level == SOL_PACKET && header.cmsg_type == PACKET_AUXDATA && value.Length >= sizeof(tpacket_auxdata))
                data = MemoryMarshal.Read<tpacket_auxdata>(value);
            else if (header.cmsg_level == SOL_SOCKET && header.cmsg_type == SCM_TIMESTAMPNS && value.Length >= sizeof(timespec))
                timestamp = ToTimestamp(MemoryMarshal.Read<timespec>(value));
            int aligned = ((int)header.cmsg_len + sizeof(nuint) - 1) & ~(sizeof(nuint) - 1);
            control = control[Math.Min(aligned, control.Length)..];
        }
    }

    private static DateTimeOffset ToTimestamp(timespec time) =>
        DateTimeOffset.UnixEpoch.AddTicks((time.tv_sec * TimeSpan.TicksPerSecond) + (time.tv_nsec / TimeSpan.NanosecondsPerTick));

    private static CaptureDirection DirectionOf(byte packetType) => packetType switch
    {
        PACKET_BROADCAST => CaptureDirection.Broadcast,
        PACKET_MULTICAST => CaptureDirection.Multicast,
        PACKET_OTHERHOST => CaptureDirection.OtherHost,
        PACKET_OUTGOING => CaptureDirection.Outgoing,
        _ => CaptureDirection.Incoming,
    };

    // Through the socket itself, since it knows its namespace; netdevice(7).
    private int FindDevice()
    {
        ifreq request = default;
        Encoding.UTF8.GetBytes(_device, new Span<byte>(request.ifr_name, IFNAMSIZ - 1));
        if (sys_socket.ioctl(Handle, SIOCGIFINDEX, &request) < 0)
            throw new PacketCaptureException("find the device", _device, Marshal.GetLastPInvokeError());
        return request.ifr_ifindex;
    }

    private void Configure(int index, CaptureOptions options)
    {
        Set(SOL_SOCKET, SO_TIMESTAMPNS, 1);
        Set(SOL_PACKET, PACKET_AUXDATA, 1);
        if (!options.IncludesOutgoing)
            Set(SOL_PACKET, PACKET_IGNORE_OUTGOING, 1);
        if (options.IsPromiscuous)
        {
            var membership = new packet_mreq { mr_ifindex = index, mr_type = PACKET_MR_PROMISC };
            _socket.SetRawSocketOption(SOL_PACKET, PACKET_ADD_MEMBERSHIP, BytesOf(ref membership));
        }
        try
        {
            Set(SOL_SOCKET, SO_RCVBUFFORCE, options.ReceiveBufferSize);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AccessDenied)
        {
            Set(SOL_SOCKET, SO_RCVBUF, options.ReceiveBufferSize);
        }
    }

    private void Bind(int index)
    {
        var address = new sockaddr_ll
        {
            sll_family = AF_PACKET,
            sll_protocol = BinaryPrimitives.ReverseEndianness(ETH_P_ALL),
            sll_ifindex = index,
        };
        if (sys_socket.bind(Handle, &address, (uint)sizeof(sockaddr_ll)) < 0)
            throw new PacketCaptureException("capture on", _device, Marshal.GetLastPInvokeError());
    }

    private void Set(int level, int option, int value) => _socket.SetRawSocketOption(level, option, BytesOf(ref value));

    private static Span<byte> BytesOf<T>(ref T value) where T : unmanaged =>
        MemoryMarshal.AsBytes(new Span<T>(ref value));
}
