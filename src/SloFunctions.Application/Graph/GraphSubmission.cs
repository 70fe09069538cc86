using SloFunctions.Application.Access;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>A large submission that is checked and waits to be stored in the graph.</summary>
/// <param name="Id">The id of the ingestion.</param>
/// <param name="Update">What is submitted.</param>
/// <param name="Caller">Who submits it, with the rights of that moment; limits of rate are not kept.</param>
/// <param name="ReceivedAt">When it arrived.</param>
public sealed record GraphSubmission(Guid Id, GraphUpdate Update, Caller Caller, DateTimeOffset ReceivedAt);
