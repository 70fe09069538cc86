namespace SloFunctions.Application.Access;

/// <summary>How a key is to be replaced.</summary>
/// <param name="GraceMinutes">Minutes that the old key stays valid beside the new one, 0 to 10,080; none when missing.</param>
public sealed record RotationBody(int? GraceMinutes);
