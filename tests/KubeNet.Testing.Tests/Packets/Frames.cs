using KubeNet.Testing.Packets;

namespace KubeNet.Testing.Tests.Packets;

internal static class Frames
{
    private static readonly Dictionary<string, Frame> s_frames = Load();

    public static IEnumerable<string> Names => s_frames.Keys;

    public static IReadOnlyList<Frame> All { get; } = [.. s_frames.Values];

    public static Frame Get(string name) => s_frames[name];

    public static Packet Decode(string name)
    {
        Frame frame = Get(name);
        return Packet.Decode(frame.Bytes, frame.LinkLayer);
    }

    private static Dictionary<string, Frame> Load()
    {
        using Stream stream = typeof(Frames).Assembly.GetManifestResourceStream("frames.txt")!;
        using var reader = new StreamReader(stream);
        string[] lines = [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
        return lines.Chunk(3).ToDictionary(
            chunk => chunk[0].Split(' ')[0],
            chunk => new Frame(Enum.Parse<LinkLayer>(chunk[0].Split(' ')[1]), Convert.FromHexString(chunk[1]), chunk[2]));
    }

    public sealed record Frame(LinkLayer LinkLayer, byte[] Bytes, string Summary);
}
