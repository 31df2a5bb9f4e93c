"""Creates what moto's CloudFormation has no model of through the services' own APIs, from the template's properties.

botocore checks names and types of every property against AWS's own models, and moto what it knows of the rest: a route to an
integration that isn't there, or a property that no service has, is found here.
"""

from botocore.exceptions import BotoCoreError, ClientError

from makers import MAKERS
from references import reference, references, replaced


def create(client, resources, names, known):
    """Logical ids of what was made, and what was refused. `known` holds the values of references, and grows by what is made."""
    made, refused, waiting = set(), [], sorted(name for name in names if resources[name]["Type"] in MAKERS)
    while waiting:
        ready = [name for name in waiting if not _waits_for(resources[name]) & set(waiting)]
        if not ready:
            return made, [*refused, f"references in a circle: {waiting}"]
        for name in ready:
            waiting.remove(name)
            try:
                known.update(_make(client, name, resources[name], known))
                made.add(name)
            except (BotoCoreError, ClientError, LookupError) as error:
                refused.append(f"{resources[name]['Type']} {name}: {error!r}")
    return made, refused


def _waits_for(resource):
    depends_on = resource.get("DependsOn", [])
    return {name for name, _ in references(resource)} | set([depends_on] if isinstance(depends_on, str) else depends_on)


def _make(client, name, resource, known):
    """What the resource can be asked for once it is there: {(name, None): its id, (name, attribute): …}."""
    properties = _joined(replaced(resource.get("Properties", {}), lambda *pair: known.get(pair)))
    missing = {pair for pair in references(properties)}
    if missing:
        raise LookupError(f"refers to {sorted(missing, key=str)}")
    identity, attributes = MAKERS[resource["Type"]](client, properties)
    return {(name, None): identity, **{(name, attribute): value for attribute, value in attributes.items()}}


def _joined(value):
    """With its Fn::Join done, now that the parts are texts."""
    if isinstance(value, list):
        return [_joined(item) for item in value]
    if not isinstance(value, dict) or reference(value):
        return value
    if set(value) == {"Fn::Join"}:
        separator, parts = value["Fn::Join"]
        return separator.join(map(str, _joined(parts)))
    return {key: _joined(item) for key, item in value.items()}
