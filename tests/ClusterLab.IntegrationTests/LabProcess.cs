using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Xunit;

namespace ClusterLab.IntegrationTests;

/// <summary>The built program, running.</summary>
internal sealed partial class LabProcess : IDisposable
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _error;
    private readonly StringBuilder _output = new();

    private LabProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<LabResult> RunAsync(params string[] arguments)
    {
        using LabProcess process = Start(arguments);
        return await process.EndAsync();
    }

    public static LabProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ClusterLab"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // The program's launcher does not look in PATH.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        return new LabProcess(Process.Start(start)!);
    }

    /// <summary>Waits until the program has printed a line that begins so.</summary>
    public async Task WaitForLineAsync(string beginning)
    {
        using var deadline = new CancellationTokenSource(s_deadline);
        while (await _process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            _output.Append(line).Append('\n');
            if (line.StartsWith(beginning, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"The program ended before it printed '{beginning}': {_output}{await _error}");
    }

    /// <summary>Sends a signal.</summary>
    public void Send(Signal signal) => Assert.Equal(0, Kill(_process.Id, (int)signal));

    /// <summary>Waits for the program's end.</summary>
    public async Task<LabResult> EndAsync()
    {
        using var deadline = new CancellationTokenSource(s_deadline);
        _output.Append(await _process.StandardOutput.ReadToEndAsync(deadline.Token));
        await _process.WaitForExitAsync(deadline.Token);
        return new LabResult(_process.ExitCode, _output.ToString(), await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
