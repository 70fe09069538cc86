using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace SloFunctions.Infrastructure.Settings;

/// <summary>Reads options from settings and checks the rules that they state about themselves.</summary>
public static class SettingsBinding
{
    /// <summary>The options of <paramref name="section"/>; their defaults where nothing is set.</summary>
    /// <exception cref="InvalidSettingException">A setting has the wrong type or breaks a rule.</exception>
    public static T Bind<T>(this IConfiguration configuration, string section)
        where T : class, new()
    {
        var options = Read<T>(configuration, section);
        var broken = new List<ValidationResult>();
        if (Validator.TryValidateObject(options, new ValidationContext(options), broken, validateAllProperties: true)) return options;
        throw new InvalidSettingException($"{section}:{broken[0].MemberNames.First()}", broken[0].ErrorMessage ?? "It breaks a rule.");
    }

    private static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException e)
        {
            // The binder's message names the setting and the type that it should have.
            throw new InvalidSettingException(section, e.Message, e);
        }
    }
}
