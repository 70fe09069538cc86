namespace SloFunctions.Application.Graph;

/// <summary>That a large submission keeps failing.</summary>
/// <param name="IngestionId">The submission.</param>
/// <param name="ErrorType">The type of the exception that its last attempt ended with.</param>
/// <param name="ErrorMessage">Its message.</param>
public sealed record GraphIngestionFailure(Guid IngestionId, string ErrorType, string ErrorMessage);
