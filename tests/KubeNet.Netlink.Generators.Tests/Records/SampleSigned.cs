namespace KubeNet.Netlink.Generators.Tests.Records;

public enum SampleSigned
{
    Minus = -1,
    Zero = 0,
    Plus = 1,
}
