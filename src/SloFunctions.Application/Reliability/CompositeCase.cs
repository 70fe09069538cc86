using SloFunctions.Domain.Reliability;

namespace SloFunctions.Application.Reliability;

/// <summary>A network written down in a file, and the services asked about.</summary>
/// <param name="Name">Where in the file it stands, for example <c>cyclic[3]</c>; empty when it is the whole file.</param>
/// <param name="Services">The ids of the services; numbers below are places here.</param>
/// <param name="Own">Each service's own availability, a ratio in [0, 1].</param>
/// <param name="Hard">Dependencies without which the caller does not work.</param>
/// <param name="Groups">Dependencies of which one of several is enough.</param>
/// <param name="Targets">The services asked about; at least one.</param>
public sealed record CompositeCase(
    string Name,
    IReadOnlyList<string> Services,
    IReadOnlyList<double> Own,
    IReadOnlyList<(int Caller, int Callee)> Hard,
    IReadOnlyList<NetworkGroup> Groups,
    IReadOnlyList<int> Targets);
