using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Application.Notifications;

/// <summary>How notifications are kept and sent; bound from the section <c>Notifications</c>. No text made of it shows a key.</summary>
public sealed class NotificationPolicy : IValidatableObject
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyBytes = 32;

    /// <summary>The key that secrets and addresses are encrypted with before they are stored: 32 bytes in base64. Without one no target can have a secret, and addresses are stored as they are.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>The key in use before, still needed to read what it encrypted; empty for none.</summary>
    public string SecretKeyPrevious { get; set; } = "";

    /// <summary>Whether plain http and addresses within the network are allowed. The default is no: whoever sets up targets could otherwise reach what only this app may reach.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>How long one attempt may take, connecting included.</summary>
    /// <value>100 milliseconds to 30 seconds; 5 seconds unless set.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many notifications are under way at once.</summary>
    /// <value>1 to 64; 16 unless set.</value>
    [Range(1, 64)]
    public int Parallelism { get; set; } = 16;

    /// <summary>How many of them go to one target.</summary>
    /// <value>1 to 64; 4 unless set.</value>
    [Range(1, 64)]
    public int PerTarget { get; set; } = 4;

    /// <summary>How long one run goes on taking notifications that are due.</summary>
    /// <value>1 second to 4 minutes; 25 seconds unless set.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:04:00")]
    public TimeSpan RunTime { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>Days after which notifications that were delivered or given up are forgotten.</summary>
    /// <value>1 to 366; 30 unless set.</value>
    [Range(1, 366)]
    public int RetentionDays { get; set; } = 30;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsKeyOrNone(SecretKey)) yield return new ValidationResult($"{KeyBytes} bytes in base64 are expected.", [nameof(SecretKey)]);
        if (!IsKeyOrNone(SecretKeyPrevious)) yield return new ValidationResult($"{KeyBytes} bytes in base64 are expected.", [nameof(SecretKeyPrevious)]);
        if (SecretKeyPrevious.Length > 0 && SecretKey.Length == 0)
            yield return new ValidationResult($"It takes a {nameof(SecretKey)} to have one before it.", [nameof(SecretKeyPrevious)]);
    }

    private static bool IsKeyOrNone(string text) =>
        text.Length == 0 || (Convert.TryFromBase64String(text, new byte[text.Length], out int bytes) && bytes == KeyBytes);
}
