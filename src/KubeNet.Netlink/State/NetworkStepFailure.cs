namespace KubeNet.Netlink.State;

/// <summary>A step that could not be taken.</summary>
/// <param name="Step">The step.</param>
/// <param name="Exception">Why.</param>
public sealed record NetworkStepFailure(NetworkStep Step, Exception Exception)
{
    /// <summary>Step and reason.</summary>
    public override string ToString() => $"{Step}: {Exception.Message}";
}
