using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Access;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Impact;
using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Lifecycle;

/// <summary>Puts targets into force, or refuses recommendations, as people decide.</summary>
public sealed partial class DecideSlo(
    ISloStore store,
    ReadServiceAvailabilities availabilities,
    LifecycleInstruments instruments,
    IIdSource ids,
    TimeProvider clock,
    ILogger<DecideSlo> logger)
{
    /// <summary>Checks a decision and carries it out; a failure tells why it could not, and then nothing has changed.</summary>
    /// <param name="request">What is decided about, and on what conditions.</param>
    /// <param name="body">The decision.</param>
    /// <param name="caller">Who decides.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<Result<SloDecisionDocument>> HandleAsync(DecisionRequest request, DecisionBody? body, Caller caller, CancellationToken cancellation)
    {
        var errors = new FieldErrors(1);
        var service = errors.ServiceId(request.ServiceId, "service_id");
        string? key = CheckKey(request.IdempotencyKey, errors);
        if (!errors.IsEmpty) return errors.ToError();
        if (!DecisionValidation.Check(body, caller).TryGet(out var decision, out var error)) return error;

        var context = new DecisionContext(service, ActionOf(decision.Action), caller.Actor, clock.GetUtcNow(), ids.Next(), ids.Next())
        {
            OwnWarnings = decision.Action == DecisionAction.Manual ? await WarningsAsync(service, decision.Wanted.Availability, cancellation) : [],
        };
        var subject = new DecisionSubject(service, decision.RecommendationId, key is null ? null : Repeat(key, request, body!, caller), decision.Wanted.HasLatency);
        var result = await store.DecideAsync(
            subject,
            situation =>
            {
                if (!caller.ActsFor(situation.Team)) return NotYours;
                return request.Precondition.Check(SloTag.Of(situation.Slo)) is { } failed ? failed : SloDecisions.Decide(decision, situation, context);
            },
            cancellation);
        if (result.Value is { } done && done.AuditId == context.AuditId) Note(service, context.Action);
        return result;
    }

    private static Error NotYours { get; } = Error.Forbidden(
        "not-your-service", "Not Your Service", "The service belongs to another team; nothing was stored.",
        [new FieldError("service_id", "This service does not belong to your team.")]);

    private static AuditAction ActionOf(DecisionAction action) => action switch
    {
        DecisionAction.Accept => AuditAction.Accept,
        DecisionAction.Modify => AuditAction.Modify,
        DecisionAction.Reject => AuditAction.Reject,
        _ => AuditAction.Manual,
    };

    private static string? CheckKey(string? key, FieldErrors errors)
    {
        if (key is null) return null;
        if (key.Length is 0 or > LifecycleLimits.Name || key.Any(c => c is < ' ' or > '~')) errors.Add("Idempotency-Key", $"1 to {LifecycleLimits.Name} printable ASCII characters are expected.");
        return key;
    }

    private static IdempotencyKey Repeat(string key, DecisionRequest request, DecisionBody body, Caller caller) => new(
        caller.ClientId, key, SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { request.ServiceId, request.Precondition, body }, PublishedJson.Options)));

    private async Task<IReadOnlyList<WarningDocument>> WarningsAsync(ServiceId service, double? target, CancellationToken cancellation)
    {
        if (target is not { } wanted) return [];
        var landscape = await availabilities.HandleAsync(cancellation);
        return landscape.Graph.PlaceOf(service) is { } place ? AchievabilityRendering.Warnings(landscape, place, wanted) : [];
    }

    private void Note(ServiceId service, AuditAction action)
    {
        instruments.RecordDecision(service, action);
        LogDecided(service.Value, Term<AuditAction>.Name(action));
    }

    [LoggerMessage(5001, LogLevel.Information, "Decided about the SLO of {ServiceId}: {Action}")]
    private partial void LogDecided(string serviceId, string action);
}
