namespace KubeNet.Netlink.Generators.Tests.Records;

[Flags]
public enum SampleFlags : uint
{
    None = 0,
    Low = 1,
    High = 0x8000_0000,
}
