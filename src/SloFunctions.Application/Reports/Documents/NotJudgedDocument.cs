namespace SloFunctions.Application.Reports.Documents;

/// <summary>Windows that nothing is known of.</summary>
/// <param name="ActivatedDuringWindow">The SLO was not in force for the whole window.</param>
/// <param name="TooLittleTelemetry">Less than half of the hours were measured.</param>
/// <param name="NoTraffic">There were no requests.</param>
public sealed record NotJudgedDocument(int ActivatedDuringWindow, int TooLittleTelemetry, int NoTraffic);
