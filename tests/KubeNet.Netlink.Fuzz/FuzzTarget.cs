namespace KubeNet.Netlink.Fuzz;

/// <summary>Something that reads bytes which nobody vouches for.</summary>
internal abstract class FuzzTarget
{
    public abstract string Name { get; }

    /// <summary>How often it is chosen beside the others.</summary>
    public virtual int Weight => 10;

    /// <summary>Bytes that reading one input may allocate, beside 64 for each byte of the input.</summary>
    public virtual int AllowedAllocation => 64 * 1024;

    /// <summary>Makes an input that is mostly as it should be.</summary>
    /// <returns>Its bytes.</returns>
    public abstract int Compose(ref FuzzRandom random, Span<byte> buffer);

    /// <summary>Reads an input. What it throws must be documented; what it finds wrong itself is a <see cref="FindingException"/>.</summary>
    public abstract void Run(ReadOnlySpan<byte> input);
}
