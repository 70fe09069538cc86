namespace SloFunctions.Application.Impact.Documents;

/// <summary>A what-if answer in short; it counts the services that the answer holds.</summary>
/// <param name="Improved">Services that would become more available.</param>
/// <param name="Degraded">Services that would become less available.</param>
/// <param name="SlosAtRisk">Services that could not keep their active SLO.</param>
/// <param name="AlreadyAtRisk">How many of those cannot keep it at present either.</param>
/// <param name="SlosRecovered">Services that cannot keep their active SLO at present, but then could.</param>
public sealed record WhatIfSummaryDocument(int Improved, int Degraded, int SlosAtRisk, int AlreadyAtRisk, int SlosRecovered);
