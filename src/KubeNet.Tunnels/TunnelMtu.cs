namespace KubeNet.Tunnels;

/// <summary>How large a packet may be that goes through tunnels, so that what goes out need not be fragmented.</summary>
public static class TunnelMtu
{
    /// <summary>What IPv4 needs (RFC 791 §3.1): 68 bytes.</summary>
    public const int MinimumIPv4 = 68;

    /// <summary>What IPv6 needs (RFC 8200 §5): 1280 bytes. Linux takes IPv6 from an interface whose MTU is less.</summary>
    public const int MinimumIPv6 = 1280;

    /// <summary>The MTU of the innermost interface.</summary>
    /// <param name="underlayMtu">The MTU of the interface over which the packets go out, in bytes: 68 to 65535.</param>
    /// <param name="encapsulations">The tunnels through which they go, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">No IPv4 packet would fit.</exception>
    public static int Of(int underlayMtu, params ReadOnlySpan<Encapsulation> encapsulations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(underlayMtu, MinimumIPv4);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(underlayMtu, ushort.MaxValue);
        int mtu = underlayMtu;
        foreach (Encapsulation encapsulation in encapsulations)
        {
            mtu -= encapsulation.Overhead;
        }

        if (mtu < MinimumIPv4)
        {
            throw new ArgumentOutOfRangeException(
                nameof(underlayMtu),
                underlayMtu,
                $"An underlay of {underlayMtu} bytes less {underlayMtu - mtu} for {string.Join(", ", encapsulations.ToArray().Select(x => x.Name))} leaves {mtu}, and IPv4 needs {MinimumIPv4}.");
        }

        return mtu;
    }
}
