namespace KubeNet.Netlink.Transport;

/// <summary>
/// Asynchronous forms of what is done at once. They are tasks in form, exceptions and cancellation, so that callers
/// need not care.
/// </summary>
internal static class Completed
{
    public static ValueTask Run<TState>(TState state, Action<TState> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        try
        {
            work(state);
            return ValueTask.CompletedTask;
        }
        catch (Exception e)
        {
            return ValueTask.FromException(e);
        }
    }

    public static ValueTask<TResult> Run<TState, TResult>(TState state, Func<TState, TResult> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<TResult>(cancellationToken);
        }

        try
        {
            return ValueTask.FromResult(work(state));
        }
        catch (Exception e)
        {
            return ValueTask.FromException<TResult>(e);
        }
    }
}
