using System.Runtime.InteropServices;
using KubeNet.Netlink.Interop;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.Links;

/// <content>Packets: one for each read and each write.</content>
public sealed partial class TunDevice
{
    /// <summary>Waits for a packet that the kernel sends over the link.</summary>
    /// <param name="buffer">Where it goes; the end of a longer packet is lost.</param>
    /// <returns>Its bytes.</returns>
    /// <exception cref="ObjectDisposedException">The queue was closed, before or meanwhile.</exception>
    /// <exception cref="NetlinkException">The link was deleted.</exception>
    public int Read(Span<byte> buffer)
    {
        int length;
        while (!TryRead(buffer, out length))
        {
            _reads.Wait();
        }

        return length;
    }

    /// <summary>As <see cref="Read"/>. While it waits, no thread of the pool does; the device has one of its own for that.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int length;
        while (!TryRead(buffer.Span, out length))
        {
            await _reads.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return length;
    }

    /// <summary>Takes a packet if there is one.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ObjectDisposedException">The queue was closed.</exception>
    /// <exception cref="NetlinkException">The link was deleted.</exception>
    public bool TryRead(Span<byte> buffer, out int length)
    {
        bool held = false;
        try
        {
            // Held, so that the descriptor is not closed and given to another file in the midst of the call.
            _file.DangerousAddRef(ref held);
            while (true)
            {
                length = libc.read(_file, buffer);
                if (length >= 0)
                {
                    return true;
                }

                switch ((LinuxError)Marshal.GetLastPInvokeError())
                {
                    case LinuxError.EINTR:
                        break;
                    case LinuxError.EAGAIN:
                        return false;
                    default:
                        throw Failure("read from tun device", Name);
                }
            }
        }
        finally
        {
            if (held)
            {
                _file.DangerousRelease();
            }
        }
    }

    /// <summary>Has a packet arrive on the link. The kernel takes it at once or not at all.</summary>
    /// <exception cref="ObjectDisposedException">The queue was closed.</exception>
    /// <exception cref="NetlinkException">The link is down (<see cref="LinuxError.EIO"/>), was deleted, or the packet is none (<see cref="LinuxError.EINVAL"/>).</exception>
    public void Write(ReadOnlySpan<byte> packet)
    {
        bool held = false;
        try
        {
            _file.DangerousAddRef(ref held);
            while (libc.write(_file, packet) < 0)
            {
                if ((LinuxError)Marshal.GetLastPInvokeError() != LinuxError.EINTR)
                {
                    throw Failure("write to tun device", Name);
                }
            }
        }
        finally
        {
            if (held)
            {
                _file.DangerousRelease();
            }
        }
    }

    /// <summary>As <see cref="Write"/>. It is done when it returns; the token is looked at before.</summary>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken = default) =>
        Completed.Run((device: this, packet), static x => x.device.Write(x.packet.Span), cancellationToken);
}
