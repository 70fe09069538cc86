namespace SloFunctions.Application.BulkRuns;

/// <summary>A bulk run that is to be stored.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Request">What it is to do.</param>
/// <param name="RequestedBy">Who asks, 1 to 255 characters.</param>
/// <param name="RequestedAt">When.</param>
public sealed record NewBulkRun(Guid Id, BulkRequest Request, string RequestedBy, DateTimeOffset RequestedAt);
