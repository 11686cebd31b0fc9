using System.Diagnostics;
using System.Runtime.CompilerServices;
using KubeNet.Testing.Hosts;

namespace KubeNet.Testing.IntegrationTests.Hosts;

// Another process that makes a network: this executable again, which an environment variable turns into that.
internal static class NetworkChild
{
    private const string Variable = "KUBENET_TEST_CHILD";

    // Tells the network's id, and then each step before it is taken; waits when it is done. Started by the runtime in every process that runs the tests.
    [ModuleInitializer]
    public static void RunIfChild()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } mode)
            return;
        VirtualNetwork network = VirtualNetwork.Create(new() { Name = "child", Keep = mode == "keep" });
        Say(network.Id);
        VirtualSwitch underlay = network.AddSwitch("underlay");
        for (int i = 1; i <= 4; i++)
        {
            Say("host");
            VirtualHost host = network.AddHost($"node{i}");
            Say("cable");
            underlay.Connect(host, "eth0", new() { Addresses = [VirtualNetworkTests.Ip($"172.30.0.{i}/24")] });
            Say("pod");
            host.AddPod("pod1", new() { Addresses = [VirtualNetworkTests.Ip($"10.244.{i}.2/24")] });
        }
        Say("done");
        Console.In.ReadLine();
        network.Dispose();
        Environment.Exit(0);
    }

    public static Process Start(bool keep = false)
    {
        // Started as "dotnet TESTS.dll", the process is dotnet.
        bool isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        var startInfo = new ProcessStartInfo(Environment.ProcessPath!, isHosted ? [typeof(NetworkChild).Assembly.Location] : [])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { [Variable] = keep ? "keep" : "make" },
        };
        return Process.Start(startInfo)!;
    }

    private static void Say(string text)
    {
        Console.Out.WriteLine(text);
        Console.Out.Flush();
    }
}
