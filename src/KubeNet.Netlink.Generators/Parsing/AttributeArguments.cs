using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeNet.Netlink.Generators.Parsing;

/// <summary>Reads the arguments of an attribute, whether they are given by place or by name.</summary>
internal static class AttributeArguments
{
    public static AttributeData? Find(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == attribute);

    public static long Integer(this AttributeData attribute, string name)
    {
        object? value = attribute.Value(name);
        return value is null ? 0 : Convert.ToInt64(value, CultureInfo.InvariantCulture);
    }

    public static bool IsTrue(this AttributeData attribute, string name) => attribute.Value(name) is true;

    public static object? Value(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value.Kind == TypedConstantKind.Error ? null : argument.Value.Value;
        }

        var parameters = attribute.AttributeConstructor?.Parameters ?? default;
        for (int i = 0; !parameters.IsDefault && i < parameters.Length && i < attribute.ConstructorArguments.Length; i++)
        {
            if (string.Equals(parameters[i].Name, name, StringComparison.OrdinalIgnoreCase))
                return attribute.ConstructorArguments[i].Value;
        }

        return null;
    }

    /// <summary>The name of the constant that stands as first argument, or the number if it is another expression.</summary>
    public static string ConstantName(this AttributeData attribute, SemanticModel model, long number, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments })
        {
            ExpressionSyntax expression = arguments[0].Expression;
            while (expression is CastExpressionSyntax or ParenthesizedExpressionSyntax)
                expression = expression is CastExpressionSyntax cast ? cast.Expression : ((ParenthesizedExpressionSyntax)expression).Expression;

            SemanticModel own = expression.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(expression.SyntaxTree);
            if (own.GetSymbolInfo(expression, cancellation).Symbol is IFieldSymbol { IsConst: true } constant)
                return constant.Name;
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }
}
