using SloFunctions.Application.Graph;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Notifications;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Notifications;

/// <summary>Checks lists of targets.</summary>
internal static class NotificationTargetValidation
{
    private static readonly AuditAction[] UsualEvents = [.. Enum.GetValues<AuditAction>().Except([AuditAction.Expire])];

    public static Result<IReadOnlyList<NotificationTarget>> Check(NotificationTargetsBody? body, NotificationPolicy policy)
    {
        if (body is null) return Error.Invalid("body", "An object is expected.");
        if (body.Targets is not { Count: <= NotificationLimits.Targets } targets)
            return Error.Invalid("targets", $"A list of 0 to {NotificationLimits.Targets} targets is expected.");
        var errors = new FieldErrors(GraphLimits.ReportedErrors);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var valid = new List<NotificationTarget>();
        for (int i = 0; i < targets.Count; i++)
        {
            if (targets[i] is { } target) valid.Add(Check(target, $"targets[{i}]", names, policy, errors));
            else errors.Add($"targets[{i}]", "An object is expected.");
        }

        return errors.IsEmpty ? valid : errors.ToError();
    }

    private static NotificationTarget Check(NotificationTargetBody body, string field, HashSet<string> names, NotificationPolicy policy, FieldErrors errors)
    {
        string? name = errors.Text(body.Name, field + ".name", NotificationLimits.Name);
        if (name is null) errors.Add(field + ".name", "A name is expected.");
        else if (!names.Add(name)) errors.Add(field + ".name", "Another target has this name.");
        errors.AddIf(field + ".url", WebhookUrl.Complaint(body.Url, policy.AllowPrivateAddresses));
        var format = errors.OneOf<NotificationFormat>(body.Format, field + ".format");
        var events = body.Events is { } given ? Events(given, field + ".events", errors) : UsualEvents;
        errors.AddIf(field + ".secret", SecretComplaint(body.Secret, policy));
        return new NotificationTarget(name ?? "", body.Url ?? "", format, events, body.Secret);
    }

    private static IReadOnlyList<AuditAction> Events(IReadOnlyList<string?> given, string field, FieldErrors errors)
    {
        int known = Enum.GetValues<AuditAction>().Length;
        if (given.Count is 0 || given.Count > known || given.Distinct(StringComparer.Ordinal).Count() < given.Count)
        {
            errors.Add(field, $"A list of 1 to {known} different ones of {Term<AuditAction>.Choices} is expected.");
            return [];
        }

        return [.. given.Select((name, i) => errors.OneOf<AuditAction>(name, $"{field}[{i}]"))];
    }

    private static string? SecretComplaint(string? secret, NotificationPolicy policy)
    {
        if (secret is null) return null;
        if (policy.SecretKey.Length == 0) return "This server keeps no secrets: its setting Notifications:SecretKey is missing. Leave the secret out.";
        return secret.Length is >= NotificationLimits.LeastSecret and <= NotificationLimits.Secret && secret.All(c => c is > ' ' and < '\x7f')
            ? null
            : $"{NotificationLimits.LeastSecret} to {NotificationLimits.Secret} visible ASCII characters are expected.";
    }
}
