using System.Runtime.InteropServices;
using System.Text;
using KubeNet.Netlink.Interop;
using KubeNet.Netlink.Namespaces;
using KubeNet.Netlink.Transport;
using Microsoft.Win32.SafeHandles;
using Tmds.Linux;
using static KubeNet.Netlink.Interop.@if;
using static KubeNet.Netlink.Interop.if_tun;

namespace KubeNet.Netlink.Links;

/// <summary>
/// A link whose other end is this program: <c>ip tuntap add</c>. What the kernel sends over the link is read here, packet by
/// packet, and what is written here arrives on it. One object is one queue. Reading and writing may go on at the same
/// time, from one thread each; disposing ends a read that waits.
/// </summary>
public sealed partial class TunDevice : IDisposable, IAsyncDisposable
{
    private const int OpenFlags = libc.O_RDWR | libc.O_NONBLOCK;

    private readonly SafeFileHandle _file;
    private readonly ReadinessWaiter _reads;

    private TunDevice(SafeFileHandle file, string name, TunOptions options)
    {
        _file = file;
        _reads = new ReadinessWaiter(file);
        Name = name;
        Options = options;
    }

    /// <summary>The link's name.</summary>
    public string Name { get; }

    /// <summary>How the device was made.</summary>
    public TunOptions Options { get; }

    /// <summary>Makes a device, or opens one that exists, in the network namespace of the program.</summary>
    /// <param name="name">1 to 15 bytes; a <c>%d</c> in it becomes the first free number. Null for <c>tun%d</c> or <c>tap%d</c>.</param>
    /// <param name="options">What it carries, and who may open it.</param>
    /// <exception cref="NetlinkException">
    /// There is no <c>/dev/net/tun</c>, the capability CAP_NET_ADMIN is missing, or the device exists and is of another kind
    /// or in use (<see cref="LinuxError.EBUSY"/>).
    /// </exception>
    public static TunDevice Open(string? name = null, TunOptions? options = null)
    {
        Validate(name);
        int descriptor = libc.open("/dev/net/tun\0"u8, OpenFlags);
        var error = (LinuxError)Marshal.GetLastPInvokeError();
        return SetUp(descriptor < 0 ? null : new SafeFileHandle(descriptor, ownsHandle: true), error, name, options ?? TunOptions.Default);
    }

    /// <summary>As <see cref="Open(string, TunOptions)"/>, in another network namespace.</summary>
    /// <exception cref="NetworkNamespaceException">The namespace could not be entered (CAP_SYS_ADMIN).</exception>
    /// <exception cref="NetlinkException">As for the program's own namespace.</exception>
    public static TunDevice Open(NetworkNamespace networkNamespace, string? name = null, TunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(networkNamespace);
        Validate(name);

        // A device belongs to the namespace in which the file was opened; all the rest may be done from outside.
        SafeFileHandle? file = FileThread.Open(networkNamespace.Handle, networkNamespace.Description, "/dev/net/tun", OpenFlags, out LinuxError error);
        return SetUp(file, error, name, options ?? TunOptions.Default);
    }

    /// <summary>Closes this queue. The device goes with its last queue unless it is persistent. A read that waits ends.</summary>
    public void Dispose()
    {
        _reads.Dispose();
        _file.Dispose();
    }

    /// <summary>As <see cref="Dispose"/>.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Validate(string? name)
    {
        if (name is not null)
        {
            InterfaceName.Validate(name, nameof(name));
        }
    }

    private static TunDevice SetUp(SafeFileHandle? file, LinuxError error, string? name, TunOptions options)
    {
        if (file is null)
        {
            throw new NetlinkException("open", "/dev/net/tun", new NetlinkError(error));
        }

        try
        {
            string given = Attach(file, name ?? (options.Kind == TunKind.Tap ? "tap%d" : "tun%d"), options);
            if (options.Owner is { } owner)
            {
                Control(file, TUNSETOWNER, owner, given);
            }

            if (options.Group is { } group)
            {
                Control(file, TUNSETGROUP, group, given);
            }

            if (options.IsPersistent)
            {
                Control(file, TUNSETPERSIST, 1, given);
            }

            return new TunDevice(file, given, options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static unsafe string Attach(SafeFileHandle file, string name, TunOptions options)
    {
        ushort flags = (ushort)((ushort)options.Kind
            | (options.HasPacketInformation ? 0 : IFF_NO_PI)
            | (options.IsMultiQueue ? IFF_MULTI_QUEUE : 0)
            | (options.MustBeNew ? IFF_TUN_EXCL : 0));
        var request = new ifreq();
        request.ifr_ifru.ifru_flags = unchecked((short)flags);
        var text = new Span<byte>(request.ifr_name, IFNAMSIZ);
        Encoding.UTF8.GetBytes(name, text);
        if (LibC.ioctl(Descriptor(file), unchecked((int)TUNSETIFF), &request) < 0)
        {
            throw Failure("make tun device", name);
        }

        return Encoding.UTF8.GetString(text[..text.IndexOf((byte)0)]);
    }

    private static unsafe void Control(SafeFileHandle file, uint request, uint value, string name)
    {
        if (LibC.ioctl(Descriptor(file), unchecked((int)request), (void*)value) < 0)
        {
            throw Failure("set up tun device", name);
        }
    }

    private static int Descriptor(SafeFileHandle file) => (int)file.DangerousGetHandle();

    private static NetlinkException Failure(string operation, string name) =>
        new(operation, $"'{name}'", new NetlinkError((LinuxError)Marshal.GetLastPInvokeError()));
}
