using System.CommandLine;
using ClusterLab;

using var signals = new TerminationSignals();
ParseResult command = LabCommand.Create(Lab.RunAsync, Lab.CleanAsync).Parse(args);
if (command.Errors.Count > 0)
{
    foreach (string message in command.Errors.Select(error => error.Message).Distinct())
        Console.Error.WriteLine($"demo: {message}");
    Console.Error.WriteLine("./demo.sh --help says how to use it.");
    return ExitCodes.Usage;
}

try
{
    // The lab itself sees to what is to be done after a signal.
    var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
    int code = await command.InvokeAsync(invocation, signals.Token);
    return signals.ExitCode ?? code;
}
catch (OperationCanceledException) when (signals.ExitCode is not null)
{
    return signals.ExitCode.Value;
}
catch (Exception exception) when (Failures.Explain(exception) is { } explanation)
{
    Console.Error.WriteLine($"demo: {explanation}");
    return exception is LabException lab ? lab.ExitCode : ExitCodes.Failure;
}
