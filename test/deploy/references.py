"""References in a template: `{"Ref": "Api"}` and `{"Fn::GetAtt": ["Queue", "Arn"]}`, as the pairs (Api, None) and (Queue, Arn)."""


def reference(value):
    """The pair, or None for what is no reference."""
    if isinstance(value, dict) and set(value) == {"Ref"}:
        return value["Ref"], None
    if isinstance(value, dict) and set(value) == {"Fn::GetAtt"}:
        return tuple(value["Fn::GetAtt"])
    return None


def references(value):
    """All of a value, however deep."""
    if reference(value):
        return {reference(value)}
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return set().union(*(references(part) for part in parts))


def replaced(value, answer):
    """The value with `answer(name, attribute)` for each reference; what answers None stays."""
    if reference(value):
        known = answer(*reference(value))
        return value if known is None else known
    if isinstance(value, list):
        return [replaced(item, answer) for item in value]
    if isinstance(value, dict):
        return {key: replaced(item, answer) for key, item in value.items()}
    return value
