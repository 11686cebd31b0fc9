using System.ComponentModel;
using System.Diagnostics;

namespace KubeNet.Netlink.Tests.Interop;

/// <summary>Compiles and runs C, so that the kernel's headers themselves say what they mean.</summary>
internal static class CProgram
{
    /// <summary>Set to a folder of other kernel headers, to compare with those instead of the installed ones.</summary>
    public const string HeadersVariable = "KUBENET_KERNEL_HEADERS";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>Runs the program and reads its lines of the form "name value".</summary>
    public static Dictionary<string, long> Run(string source)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kubenet-abi-");
        try
        {
            string input = Path.Combine(folder.FullName, "abi.c");
            string output = Path.Combine(folder.FullName, "abi");
            File.WriteAllText(input, source);

            List<string> arguments = ["-Wall", "-Werror", "-o", output, input];
            if (Environment.GetEnvironmentVariable(HeadersVariable) is { Length: > 0 } headers)
                arguments.AddRange(["-isystem", headers]);

            Execute("gcc", arguments);
            return Parse(Execute(output, []));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, long> Parse(string text)
    {
        var values = new Dictionary<string, long>();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int space = line.IndexOf(' ', StringComparison.Ordinal);
            values.Add(line[..space], long.Parse(line.AsSpan(space + 1), provider: null));
        }

        return values;
    }

    private static string Execute(string program, List<string> arguments)
    {
        using Process process = Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(Deadline))
        {
            process.Kill();
            Assert.Fail($"{program} did not end within {Deadline.TotalSeconds} s.");
        }

        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}:\n{error.GetAwaiter().GetResult()}");
        return output;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            Assert.Fail($"The kernel headers cannot be asked without a C compiler: apt-get install gcc libc6-dev linux-libc-dev ({e.Message}).");
            throw;
        }
    }
}
