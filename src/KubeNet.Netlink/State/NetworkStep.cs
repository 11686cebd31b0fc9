using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.State;

/// <summary>One step of a plan. Turned round, it is the step that takes it back.</summary>
public sealed record NetworkStep
{
    internal NetworkStep(StateObject? before, StateObject? after)
    {
        Before = before;
        After = after;
    }

    /// <summary>What is there before; null if it is made.</summary>
    public StateObject? Before { get; }

    /// <summary>What is there afterwards; null if it is removed.</summary>
    public StateObject? After { get; }

    /// <summary>What the step does.</summary>
    public StepKind Kind => Before is null ? StepKind.Create : After is null ? StepKind.Remove : StepKind.Replace;

    /// <summary>What it does it to.</summary>
    public StateObject Object => (After ?? Before)!;

    /// <summary>The step that takes this one back.</summary>
    public NetworkStep Inverse() => new(After, Before);

    /// <summary>The step in a line: <c>~ route 10.244.1.0/24 via 10.0.0.2 dev eth0 → via 10.0.0.3 dev eth0</c>.</summary>
    public override string ToString() => Kind switch
    {
        StepKind.Create => $"+ {After}",
        StepKind.Remove => $"- {Before}",
        _ when Before is StateLink before && After is StateLink after => $"~ link {after.Identity} {after.DescribeChange(before)}",
        _ => $"~ {Before} → {After!.Details}",
    };

    internal void AddTo(NetlinkBatch batch, StateTarget target)
    {
        if (Before is null)
        {
            After!.AddCreation(batch, target);
        }
        else if (After is null)
        {
            Before.AddRemoval(batch, target);
        }
        else
        {
            After.AddReplacement(batch, target, Before);
        }
    }
}
