using System.Reflection;
using System.Reflection.Metadata;

namespace KubeNet.Architecture.Tests;

/// <summary>What of an assembly a user of it can name.</summary>
internal static class PublicSurface
{
    public static IEnumerable<TypeDefinitionHandle> Types(MetadataReader metadata) =>
        metadata.TypeDefinitions.Where(handle => IsVisible(metadata, handle));

    /// <summary>The public members whose signature names a type of the given other assembly.</summary>
    public static IEnumerable<string> MembersThatName(MetadataReader metadata, string assembly)
    {
        foreach (TypeDefinitionHandle handle in Types(metadata))
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            string name = TypeNames.Of(metadata, handle);

            var ofType = new TypeCollector(metadata);
            ofType.Add(type.BaseType);
            ofType.AddGenericParameters(type.GetGenericParameters());
            foreach (InterfaceImplementationHandle implementation in type.GetInterfaceImplementations())
                ofType.Add(metadata.GetInterfaceImplementation(implementation).Interface);
            if (Names(metadata, ofType, assembly))
                yield return name;

            foreach (FieldDefinition field in type.GetFields().Select(metadata.GetFieldDefinition))
            {
                var types = new TypeCollector(metadata);
                if ((field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem)
                    field.DecodeSignature(types, false);
                if (Names(metadata, types, assembly))
                    yield return $"{name}.{metadata.GetString(field.Name)}";
            }

            foreach (MethodDefinition method in type.GetMethods().Select(metadata.GetMethodDefinition))
            {
                var types = new TypeCollector(metadata);
                if ((method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem)
                    types.AddSignature(method);
                if (Names(metadata, types, assembly))
                    yield return $"{name}.{metadata.GetString(method.Name)}";
            }
        }
    }

    private static bool Names(MetadataReader metadata, TypeCollector types, string assembly) =>
        types.References.Any(reference => metadata.GetTypeReference(reference).ResolutionScope is { Kind: HandleKind.AssemblyReference } scope
            && metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == assembly);

    private static bool IsVisible(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem => IsVisible(metadata, type.GetDeclaringType()),
            _ => false,
        };
    }
}
