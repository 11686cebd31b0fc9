using System.Diagnostics;
using System.Globalization;
using KubeNet.Netlink.Fuzz;
using KubeNet.Netlink.Protocol;

// KubeNet.Netlink.Fuzz [--count N] [--seed N] [--first N] [--target NAME]
long count = 1_000_000;
ulong seed = 1;
long first = 0;
string? only = null;
for (int i = 0; i + 1 < args.Length; i += 2)
{
    switch (args[i])
    {
        case "--count":
            count = long.Parse(args[i + 1], CultureInfo.InvariantCulture);
            break;
        case "--seed":
            seed = ulong.Parse(args[i + 1], CultureInfo.InvariantCulture);
            break;
        case "--first":
            first = long.Parse(args[i + 1], CultureInfo.InvariantCulture);
            break;
        case "--target":
            only = args[i + 1];
            break;
        default:
            Console.Error.WriteLine($"Unknown option {args[i]}.");
            return 64;
    }
}

List<FuzzTarget> targets = Targets.All();
FuzzTarget[] wheel = [.. targets.Where(t => only is null || t.Name == only).SelectMany(t => Enumerable.Repeat(t, t.Weight))];
if (wheel.Length == 0)
{
    Console.Error.WriteLine($"No target is called {only}. There are: {string.Join(", ", targets.Select(t => t.Name))}");
    return 64;
}

Console.WriteLine($"{targets.Count} targets, {count} inputs, seed {seed}");
byte[] buffer = new byte[64 * 1024];
FuzzTarget target = wheel[0];
int length = 0;
long done = 0;
long refused = 0;

// An input that never ends must end the program.
using var watchdog = new Timer(
    LastSeen =>
    {
        long[] last = (long[])LastSeen!;
        long now = Interlocked.Read(ref done);
        if (now == last[0])
        {
            Report("It does not end.");
            Environment.Exit(2);
        }

        last[0] = now;
    },
    new long[] { -1 },
    TimeSpan.FromSeconds(30),
    TimeSpan.FromSeconds(30));

var clock = Stopwatch.StartNew();
TimeSpan nextReport = TimeSpan.FromSeconds(5);
for (; done < count; Interlocked.Increment(ref done))
{
    var random = new FuzzRandom(unchecked((seed * 0x9e37_79b9_7f4a_7c15) + (ulong)(first + done)));
    target = wheel[random.Below(wheel.Length)];
    length = target.Compose(ref random, buffer.AsSpan(0, buffer.Length / 2));
    length = Mutation.Apply(ref random, buffer, length);
    long before = GC.GetAllocatedBytesForCurrentThread();
    try
    {
        target.Run(buffer.AsSpan(0, length));
    }
    catch (Exception e) when (e is NetlinkFormatException or NetlinkMessageTooLargeException)
    {
        refused++;
    }
    catch (Exception e)
    {
        Report(e.ToString());
        return 1;
    }

    long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
    if (allocated > target.AllowedAllocation + (64L * length))
    {
        Report($"It allocates {allocated} bytes.");
        return 1;
    }

    if (clock.Elapsed > nextReport)
    {
        nextReport = clock.Elapsed + TimeSpan.FromSeconds(5);
        Console.WriteLine($"{done} inputs, {refused} refused, {done / clock.Elapsed.TotalSeconds:N0} per second");
    }
}

Console.WriteLine($"{done} inputs, {refused} refused, {done / clock.Elapsed.TotalSeconds:N0} per second, nothing found");
return 0;

void Report(string what)
{
    Console.Error.WriteLine($"Found with --seed {seed} --first {first + done} --count 1{(only is null ? null : " --target " + only)} in {target.Name}:");
    Console.Error.WriteLine(what);
    Console.Error.WriteLine($"{length} bytes: {Convert.ToHexStringLower(buffer.AsSpan(0, length))}");
}
