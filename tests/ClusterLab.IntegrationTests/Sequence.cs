using Xunit.Sdk;
using Xunit.v3;

// "clean" removes what any lab has left, and a test may not take away what another is just looking at.
[assembly: Parallelization(Mode = ParallelMode.None)]
