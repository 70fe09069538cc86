using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Violations;

namespace SloFunctions.Application.Violations;

/// <summary>What can be violated once at a time.</summary>
/// <param name="Service">The service.</param>
/// <param name="Objective">The name of its objective, such as <c>availability</c>.</param>
/// <param name="Severity">How badly.</param>
public readonly record struct ViolationKey(ServiceId Service, string Objective, ViolationSeverity Severity);
