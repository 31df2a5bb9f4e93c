"""Which part of a template the emulator's CloudFormation can make, and what to write where the rest is referred to."""

from moto.cloudformation.parsing import get_model_map

from references import references, replaced

# moto makes versions but doesn't tell their numbers, and then leaves out all outputs
UNNUMBERED = {"AWS::Lambda::Version"}


def split(template):
    """The template without what moto has no model for, and the names of what was left out.

    A reference to something left out becomes a text that says so, so that whatever refers to it is still made: a function whose
    environment names the API is worth creating without the API. What the left out refer to becomes an output, to be read later.
    """
    supported = set(get_model_map()) - UNNUMBERED
    resources = template["Resources"]
    left_out = {name for name, resource in resources.items() if resource["Type"] not in supported}

    def stand_in(name, attribute):
        return _stand_in(resources[name], attribute, name in left_out) if name in resources else None

    kept = {name: replaced(_without_dependencies(r, left_out), stand_in) for name, r in resources.items() if name not in left_out}
    wanted = set().union(*(references(resources[name]) for name in left_out)) if left_out else set()
    outputs = {output_name(*pair): {"Value": _as_json(*pair)} for pair in wanted if pair[0] in kept}
    return {**template, "Resources": kept, "Outputs": replaced(outputs, stand_in)}, left_out


def output_name(name, attribute):
    return f"{name}{attribute or 'Ref'}"


def _as_json(name, attribute):
    return {"Fn::GetAtt": [name, attribute]} if attribute else {"Ref": name}


def _without_dependencies(resource, left_out):
    depends_on = resource.get("DependsOn", [])
    names = [depends_on] if isinstance(depends_on, str) else depends_on
    return {**resource, "DependsOn": [name for name in names if name not in left_out]}


def _stand_in(resource, attribute, left_out):
    """An alias stands for its function, which is as good a target. A bus is made, but moto answers a Ref to it with an object."""
    if resource["Type"] == "AWS::Lambda::Alias":
        return resource["Properties"]["FunctionName"]
    if resource["Type"] == "AWS::Events::EventBus" and attribute is None:
        return resource["Properties"]["Name"]
    return f"no-{resource['Type'].replace('::', '-')}-here" if left_out else None
