namespace KubeNet.Netlink.Generators.Tests.Records;

public enum SampleSmall : byte
{
    Zero,
    One,
}
