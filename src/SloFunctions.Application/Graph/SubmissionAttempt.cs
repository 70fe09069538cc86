namespace SloFunctions.Application.Graph;

/// <summary>An attempt to store a large submission.</summary>
/// <param name="MustWait">Whether an earlier submission of the same source comes first; nothing has begun then.</param>
/// <param name="Number">Its number, from 1; 0 when nothing has begun because it must wait, is stored already, has failed or was never made.</param>
public sealed record SubmissionAttempt(bool MustWait, int Number);
