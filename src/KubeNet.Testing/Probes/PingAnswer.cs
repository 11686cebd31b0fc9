using System.Net;

namespace KubeNet.Testing.Probes;

// What came back for a request: an echo, or an ICMP error with its type and code. The time is Stopwatch's, taken at receive.
internal readonly record struct PingAnswer(long Timestamp, IPAddress Responder, bool IsEcho, byte Type, byte Code);
