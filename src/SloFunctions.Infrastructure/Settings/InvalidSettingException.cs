namespace SloFunctions.Infrastructure.Settings;

/// <summary>A setting is missing or makes no sense. The message names it, in one line.</summary>
public sealed class InvalidSettingException : ArgumentException
{
    /// <summary>Reports a setting.</summary>
    /// <param name="setting">Its name, for example <c>Prometheus:Url</c>.</param>
    /// <param name="complaint">What is wrong with it, as a sentence.</param>
    /// <param name="cause">What refused it.</param>
    public InvalidSettingException(string setting, string complaint, Exception? cause = null)
        : base($"The setting {setting} cannot be used: {complaint}", cause)
    {
    }
}
