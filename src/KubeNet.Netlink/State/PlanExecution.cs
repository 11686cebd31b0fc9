using System.Runtime.InteropServices;
using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.State;

/// <summary>Carries a plan out, once, and takes it back if a step fails.</summary>
internal sealed class PlanExecution(RouteNetlink netlink, NetworkPlan plan)
{
    private readonly StepRunner _runner = new(netlink);
    private readonly List<NetworkStep> _done = [];

    public NetworkPlan Run()
    {
        ReadOnlySpan<NetworkStep> steps = plan.Steps.AsSpan();
        int first = CountOfLeadingLinkSteps(steps);
        RunOrRollBack(steps[..first]);
        if (LosesWhatHangs(steps[..first]))
        {
            // The kernel flushes neighbours, routes or addresses when a link changes: what is needed now is not what was planned.
            NetworkPlan rest = PlanAnew();
            RunOrRollBack(rest.Steps.AsSpan());
        }
        else
        {
            RunOrRollBack(steps[first..]);
        }

        if (RemovesAddresses(CollectionsMarshal.AsSpan(_done)))
        {
            // With an address go the routes that need it, wanted ones among them.
            RunOrRollBack(PlanAnew().Steps.AsSpan());
        }

        return new NetworkPlan(plan.Desired, plan.Snapshot, NetlinkList.From(_done));
    }

    private static int CountOfLeadingLinkSteps(ReadOnlySpan<NetworkStep> steps)
    {
        int count = 0;
        while (count < steps.Length && steps[count].Object is StateLink)
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether the kernel may have taken more away than was said: only new links are harmless.</summary>
    private static bool LosesWhatHangs(ReadOnlySpan<NetworkStep> steps)
    {
        foreach (NetworkStep step in steps)
        {
            if (step.Kind != StepKind.Create)
            {
                return true;
            }
        }

        return false;
    }

    private static bool RemovesAddresses(ReadOnlySpan<NetworkStep> steps)
    {
        foreach (NetworkStep step in steps)
        {
            if (step is { Kind: StepKind.Remove, Object: StateAddress })
            {
                return true;
            }
        }

        return false;
    }

    private NetworkPlan PlanAnew()
    {
        try
        {
            return NetworkPlanner.Plan(plan.Desired, NetworkSnapshot.Read(netlink, plan.Desired));
        }
        catch (Exception e)
        {
            throw new NetworkStateException(plan.Desired.Owner, null, e, RollBack());
        }
    }

    private void RunOrRollBack(ReadOnlySpan<NetworkStep> steps)
    {
        if (_runner.TryRun(steps, _done) is { } failure)
        {
            throw new NetworkStateException(plan.Desired.Owner, failure, failure.Exception, RollBack());
        }
    }

    /// <summary>Takes back what was done, last first; then puts back what the kernel flushed meanwhile.</summary>
    private NetlinkList<NetworkStepFailure> RollBack()
    {
        var inverse = new NetworkStep[_done.Count];
        for (int i = 0; i < inverse.Length; i++)
        {
            inverse[i] = _done[inverse.Length - 1 - i].Inverse();
        }

        var failures = new List<NetworkStepFailure>();
        _runner.RunAll(inverse, failures);
        if (LosesWhatHangs(inverse))
        {
            Restore(failures);
        }

        return NetlinkList.From(failures);
    }

    private void Restore(List<NetworkStepFailure> failures)
    {
        NetworkSnapshot before = plan.Snapshot;
        var formerState = new NetworkState(plan.Desired.Owner)
        {
            ManagedInterfaces = NetlinkList.From(before.Links.Select(link => link.Name).Union(plan.Desired.ManagedInterfaces)),
            Addresses = NetlinkList.From(before.Addresses.Where(address => address.IsStated)),
            Routes = before.Routes,
            Neighbors = NetlinkList.From(before.Neighbors.Where(neighbor => neighbor.IsStated)),
            FdbEntries = before.FdbEntries,
        };
        try
        {
            NetworkSnapshot now = NetworkSnapshot.Read(netlink, formerState) with { Links = NetlinkList<StateLink>.Empty };
            _runner.RunAll(NetworkPlanner.Plan(formerState, now).Steps.AsSpan(), failures);
        }
        catch (Exception e) when (failures.Count > 0 && e is NetlinkException or StateConflictException or NetlinkDumpInterruptedException)
        {
            // What could not be taken back is in the list already; this is one of its consequences.
        }
    }
}
