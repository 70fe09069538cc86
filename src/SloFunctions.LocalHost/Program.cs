using SloFunctions.Functions;
using SloFunctions.LocalHost;

return await LocalHostCommand.RunAsync(
    FunctionApp.CreateBuilder, typeof(FunctionApp).Assembly.GetTypes(), args, Console.Out, Console.Error);
