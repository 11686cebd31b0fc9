namespace KubeNet.Netlink.State;

/// <summary>What a step of a plan does.</summary>
public enum StepKind
{
    /// <summary>It makes an object: <c>+</c>.</summary>
    Create,

    /// <summary>It changes an object, or puts another in its place: <c>~</c>.</summary>
    Replace,

    /// <summary>It removes an object: <c>-</c>.</summary>
    Remove,
}
