using System.Security.Cryptography;
using SloFunctions.Application.Notifications;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres.Notifications;

namespace SloFunctions.Infrastructure.Tests.Postgres.Notifications;

/// <summary>Keys that are made for one test run.</summary>
internal static class Keys
{
    public static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(NotificationPolicy.KeyBytes));

    public static SealedText Text(string key = "", string previous = "") =>
        new(new NotificationPolicy { SecretKey = key, SecretKeyPrevious = previous }, new RandomSecretSource());

    public static TargetVault Vault(string key = "", string previous = "") => new(Text(key, previous));
}
