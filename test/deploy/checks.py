"""What the emulator's services say of what CloudFormation made: it is there, and as the template wanted it."""


def run(client, template):
    """Failures, each in a line."""
    wanted = template["Resources"].values()
    return [
        *_tables(client("dynamodb"), [r for r in wanted if r["Type"] == "AWS::DynamoDB::Table"]),
        *_functions(client("lambda"), [r for r in wanted if r["Type"] == "AWS::Lambda::Function"]),
        *_mappings(client("lambda"), [r for r in wanted if r["Type"] == "AWS::Lambda::EventSourceMapping"]),
        *_queues(client("sqs"), [r for r in wanted if r["Type"] == "AWS::SQS::Queue"]),
        *_alarms(client("cloudwatch"), [r for r in wanted if r["Type"] == "AWS::CloudWatch::Alarm"]),
    ]


def _tables(dynamodb, wanted):
    made = [dynamodb.describe_table(TableName=name)["Table"] for name in dynamodb.list_tables()["TableNames"]]
    shape = lambda keys, indexes: (str(keys), sorted(index["IndexName"] for index in indexes))
    there = sorted(shape(t["KeySchema"], t.get("GlobalSecondaryIndexes", [])) for t in made)
    want = sorted(shape(r["Properties"]["KeySchema"], r["Properties"].get("GlobalSecondaryIndexes", [])) for r in wanted)
    yield from _same("tables, their keys and indexes", want, there)
    streams = [t["TableName"] for t in made if t.get("StreamSpecification", {}).get("StreamEnabled")]
    yield from _same("tables with a stream", 1, len(streams))


def _functions(lambda_, wanted):
    made = {f["FunctionName"]: f for f in lambda_.list_functions()["Functions"]}
    yield from _same("functions", sorted(r["Properties"]["FunctionName"] for r in wanted), sorted(made))
    for resource in wanted:
        properties = resource["Properties"]
        function = made.get(properties["FunctionName"])
        if not function:
            continue
        want = [properties["Runtime"], properties["Handler"], properties["MemorySize"], properties["Timeout"]]
        yield from _same(properties["FunctionName"], want, [function[key] for key in ("Runtime", "Handler", "MemorySize", "Timeout")])
        variables = sorted(properties["Environment"]["Variables"])
        yield from _same(f"environment of {properties['FunctionName']}", variables, sorted(function["Environment"]["Variables"]))


def _mappings(lambda_, wanted):
    patterns = lambda mapping: [f["Pattern"] for f in mapping.get("FilterCriteria", {}).get("Filters", [])]
    made = lambda_.list_event_source_mappings()["EventSourceMappings"]
    yield from _same("filters of the stream", sorted(map(patterns, (r["Properties"] for r in wanted))), sorted(map(patterns, made)))


def _queues(sqs, wanted):
    made = [url.rsplit("/", 1)[1] for url in sqs.list_queues().get("QueueUrls", [])]
    yield from _same("queues", sorted(r["Properties"]["QueueName"] for r in wanted), sorted(made))


def _alarms(cloudwatch, wanted):
    made = [alarm["AlarmName"] for page in cloudwatch.get_paginator("describe_alarms").paginate() for alarm in page["MetricAlarms"]]
    yield from _same("alarms", sorted(r["Properties"]["AlarmName"] for r in wanted), sorted(made))


def _same(what, want, there):
    if want != there:
        yield f"{what}: wanted {want}, there is {there}"
