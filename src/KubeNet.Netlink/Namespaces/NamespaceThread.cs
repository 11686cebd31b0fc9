using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KubeNet.Netlink.Interop;
using KubeNet.Netlink.Transport;
using Microsoft.Win32.SafeHandles;

namespace KubeNet.Netlink.Namespaces;

/// <summary>A thread made to enter one network namespace, do one piece of work there, and end.</summary>
/// <remarks>
/// Every thread inherits the namespace of the thread that made it, and the runtime makes threads on whichever thread
/// happens to need one: pool workers, the timer, the background collector, the worker that re-compiles hot methods. So as
/// little as possible runs inside. The methods between the two calls of setns are compiled once and for all
/// (AggressiveOptimization): such methods are not counted, so that they never wake the compiler's worker.
/// The thread goes home before it ends, because ending runs code of the runtime too.
/// </remarks>
internal abstract class NamespaceThread
{
    /// <summary>Enough for a few system calls; user code gets the default.</summary>
    protected const int SmallStack = 256 * 1024;

    private readonly SafeFileHandle? _target;
    private string? _failure;
    private LinuxError _error;

    /// <param name="target">The namespace to enter; <see langword="null"/> for a new one.</param>
    protected NamespaceThread(SafeFileHandle? target) => _target = target;

    /// <summary>The work itself, which must not throw. Runs inside the namespace, on a thread that is not the caller's.</summary>
    protected abstract void Work();

    /// <summary>Runs the work and waits for it.</summary>
    /// <param name="description">The namespace, for errors.</param>
    /// <param name="stackSize">Bytes of stack; 0 is the default of the runtime.</param>
    protected void Run(string description, int stackSize)
    {
        // Held until the thread is done, not until this method is: a wait may be interrupted.
        bool held = false;
        _target?.DangerousAddRef(ref held);
        var thread = new Thread(Visit, stackSize) { IsBackground = true };
        try
        {
            // No execution context: change notifications of AsyncLocal are code of others.
            thread.UnsafeStart();
        }
        catch
        {
            _target?.DangerousRelease();
            throw;
        }

        thread.Join();
        if (_failure is not null)
            throw new NetworkNamespaceException(_failure, description, _error);
    }

    /// <summary>Notes that a call failed, with the error number that it left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected void Fail(string operation)
    {
        _error = (LinuxError)Marshal.GetLastPInvokeError();
        _failure = operation;
    }

    private void Visit()
    {
        // Naming a thread before it starts takes five times as long as all the rest.
        Thread.CurrentThread.Name = "kubenet-netns";
        BackgroundCollections.Suspend();
        int home = libc.open("/proc/thread-self/ns/net\0"u8, libc.O_RDONLY);
        if (home < 0)
        {
            Fail("find the way back from");
        }
        else
        {
            Cross(home, _target is null ? -1 : (int)_target.DangerousGetHandle());
            _ = libc.close(home);
        }

        BackgroundCollections.Resume();
        _target?.DangerousRelease();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cross(int home, int target)
    {
        int entered = target < 0 ? libc.unshare(libc.CLONE_NEWNET) : libc.setns(target, libc.CLONE_NEWNET);
        if (entered != 0)
        {
            Fail(target < 0 ? "create" : "enter");
            return;
        }

        Work();

        // Should this fail, the thread merely ends abroad.
        _ = libc.setns(home, libc.CLONE_NEWNET);
    }
}
