namespace SloFunctions.Domain.Prediction;

/// <summary>A stretch of hours in which clearly more requests failed than usual.</summary>
/// <param name="FirstHour">The position of its first hour in the history.</param>
/// <param name="Hours">Its length in hours, at least 1.</param>
/// <param name="Impact">The failures beyond the usual ÷ the requests expected in an SLO window; above 0, at most 1.</param>
public sealed record Incident(int FirstHour, int Hours, double Impact);
