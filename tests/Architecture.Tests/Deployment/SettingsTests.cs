using SloFunctions.Architecture.Tests.Deployment.Settings;

namespace SloFunctions.Architecture.Tests.Deployment;

public sealed class SettingsTests
{
    [Fact]
    public void Every_setting_that_the_app_reads_is_in_Bicep_in_the_sample_and_in_the_table_of_the_readme()
    {
        SettingPlaces.OfTheDeployment().Missing(AppSettings.Read()).ShouldBeEmpty();
    }

    [Fact]
    public void No_place_has_a_setting_that_nobody_reads()
    {
        SettingPlaces.OfTheDeployment().Unknown(AppSettings.Read()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Drift__Cadence")]
    [InlineData("PRECOMPUTE_SCHEDULE")]
    [InlineData("Database__ConnectionString")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING")]
    public void A_setting_that_is_missing_somewhere_is_named(string setting)
    {
        var places = SettingPlaces.OfTheDeployment();
        var without = places with { Bicep = [.. places.Bicep.Except([setting])] };

        without.Missing(AppSettings.Read()).ShouldBe([$"{setting} is not set in Bicep."]);
        (places with { Sample = [.. places.Sample.Except([setting])] }).Missing(AppSettings.Read()).ShouldBe([$"{setting} is not in local.settings.sample.json."]);
        (places with { Readme = [.. places.Readme.Except([setting])] }).Missing(AppSettings.Read()).ShouldBe([$"{setting} is not in the table of README.md."]);
    }

    [Fact]
    public void A_setting_that_nobody_reads_is_named()
    {
        var places = SettingPlaces.OfTheDeployment();

        (places with { Bicep = [.. places.Bicep, "Drift__Cadnce"] }).Unknown(AppSettings.Read()).ShouldBe(["Nobody reads Drift__Cadnce, which Bicep sets."]);
        (places with { Sample = [.. places.Sample, "LONG_GONE_SCHEDULE"] }).Unknown(AppSettings.Read()).ShouldBe(["Nobody reads LONG_GONE_SCHEDULE, which is in the sample."]);
    }

    [Fact]
    public void What_is_excused_from_Bicep_is_read_by_the_app()
    {
        AppSettings.NotInAzure.Keys.ShouldBeSubsetOf(AppSettings.Read());
        AppSettings.Read().Count.ShouldBeGreaterThan(140);
    }
}
