using KubeNet.Netlink.Transport;

namespace KubeNet.Netlink.State;

/// <summary>Takes steps: links one by one, since others are named after them, and everything else in batches.</summary>
internal sealed class StepRunner(RouteNetlink netlink)
{
    private readonly StateTarget _target = new(netlink);

    /// <summary>Takes steps until one fails.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="done">Those that were taken are added, also when others of their batch failed.</param>
    /// <returns>The first failure; null if there was none.</returns>
    public NetworkStepFailure? TryRun(ReadOnlySpan<NetworkStep> steps, List<NetworkStep> done)
    {
        while (!steps.IsEmpty)
        {
            int count = NextPortion(steps);
            var failures = new List<NetworkStepFailure>();
            RunPortion(steps[..count], done, failures);
            if (failures.Count > 0)
            {
                return failures[0];
            }

            steps = steps[count..];
        }

        return null;
    }

    /// <summary>Takes all steps, whatever fails. What is to be removed and is gone already is no failure.</summary>
    public void RunAll(ReadOnlySpan<NetworkStep> steps, List<NetworkStepFailure> failures)
    {
        var done = new List<NetworkStep>(steps.Length);
        while (!steps.IsEmpty)
        {
            int count = NextPortion(steps);
            int before = failures.Count;
            RunPortion(steps[..count], done, failures);
            for (int i = failures.Count - 1; i >= before; i--)
            {
                if (failures[i] is { Step.Kind: StepKind.Remove, Exception: NetlinkException { Details.IsNotFound: true } or StateInterfaceException })
                {
                    failures.RemoveAt(i);
                }
            }

            steps = steps[count..];
        }
    }

    private int NextPortion(ReadOnlySpan<NetworkStep> steps)
    {
        if (steps[0].Object is StateLink)
        {
            return 1;
        }

        int most = Math.Min(steps.Length, netlink.Connection.Options.BatchWindow);
        int count = 1;
        while (count < most && steps[count].Object is not StateLink)
        {
            count++;
        }

        return count;
    }

    private void RunPortion(ReadOnlySpan<NetworkStep> steps, List<NetworkStep> done, List<NetworkStepFailure> failures)
    {
        NetlinkBatch batch = netlink.Connection.CreateBatch();
        int added = 0;
        Exception? refusal = null;
        try
        {
            while (added < steps.Length)
            {
                steps[added].AddTo(batch, _target);
                added++;
            }
        }
        catch (Exception e) when (e is StateInterfaceException or ArgumentException or NetlinkException)
        {
            refusal = e;
        }

        NetlinkBatchResult result = batch.Execute();
        if (steps[0].Object is StateLink)
        {
            FinishLink(steps[0], result, done, failures);
        }
        else
        {
            Finish(steps[..added], result, done, failures);
        }

        if (refusal is not null)
        {
            failures.Add(new NetworkStepFailure(steps[added], refusal));
        }
    }

    private static void Finish(ReadOnlySpan<NetworkStep> steps, NetlinkBatchResult result, List<NetworkStep> done, List<NetworkStepFailure> failures)
    {
        int next = 0;
        for (int i = 0; i < steps.Length; i++)
        {
            if (next < result.Failures.Count && result.Failures[next].Index == i)
            {
                failures.Add(new NetworkStepFailure(steps[i], result.Failures[next++].Exception));
            }
            else
            {
                done.Add(steps[i]);
            }
        }
    }

    /// <summary>A link is made by several messages; one that is made in part is removed.</summary>
    private void FinishLink(NetworkStep step, NetlinkBatchResult result, List<NetworkStep> done, List<NetworkStepFailure> failures)
    {
        _target.Forget(((StateLink)step.Object).Name);
        if (result.Failures.Count == 0 && result.Count > 0)
        {
            done.Add(step);
        }
        else if (result.Count > 0)
        {
            if (step.Kind == StepKind.Create && result.Failures[0].Index > 0)
            {
                netlink.Links.TryDelete(((StateLink)step.Object).Name);
            }

            failures.Add(new NetworkStepFailure(step, result.Failures[0].Exception));
        }
    }
}
