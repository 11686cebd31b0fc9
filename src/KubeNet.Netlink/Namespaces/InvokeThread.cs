using System.Runtime.ExceptionServices;
using Microsoft.Win32.SafeHandles;

namespace KubeNet.Netlink.Namespaces;

/// <summary>Runs a caller's code inside a namespace.</summary>
internal sealed class InvokeThread<T> : NamespaceThread
{
    private readonly Func<T> _work;
    private T? _result;
    private ExceptionDispatchInfo? _thrown;

    private InvokeThread(SafeFileHandle target, Func<T> work)
        : base(target)
        => _work = work;

    internal static T Invoke(SafeFileHandle target, string description, Func<T> work)
    {
        var thread = new InvokeThread<T>(target, work);
        thread.Run(description, stackSize: 0);
        thread._thrown?.Throw();
        return thread._result!;
    }

    protected override void Work()
    {
        try
        {
            _result = _work();
        }
        catch (Exception exception)
        {
            _thrown = ExceptionDispatchInfo.Capture(exception);
        }
    }
}
