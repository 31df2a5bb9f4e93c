"""Deploys the synthesized stack into moto's CloudFormation and says what came of it. See README.md."""

import collections
import io
import json
import pathlib
import sys
import zipfile

sys.dont_write_bytecode = True  # the checkout stays clean

from botocore.exceptions import BotoCoreError, ClientError

import by_api
import checks
import emulator
import supported
from references import references

STACK = "PremiumControl"


def main(assembly):
    template = json.loads((assembly / f"{STACK}.template.json").read_text())
    artifact = json.loads((assembly / "manifest.json").read_text())["artifacts"][STACK]
    name, account = artifact["properties"]["stackName"], artifact["environment"].split("/")[2]
    reduced, left_out = supported.split(template)
    with emulator.running(account) as client:
        bucket = upload_assets(assembly, account, client("s3"))
        client("ssm").put_parameter(Name="/cdk-bootstrap/hnb659fds/version", Value="30", Type="String")
        status = create(client, name, reduced, bucket)
        stacked = {r["LogicalResourceId"] for r in client("cloudformation").describe_stack_resources(StackName=name)["StackResources"]}
        known = outputs(client("cloudformation"), name, template)
        by_hand, refused = by_api.create(client, template["Resources"], left_out, known)
        report(template, stacked, by_hand)
        failures = [*([] if status == "CREATE_COMPLETE" else [status]), *refused, *checks.run(client, template)]
    for failure in failures:
        print(f"FAILED {failure}")
    total = len(template["Resources"])
    print(f"{name}: {status}; of {total} resources {len(stacked)} by CloudFormation, {len(by_hand)} by API; {len(failures)} failures")
    return 1 if failures else 0


def upload_assets(assembly, account, s3):
    """As `cdk deploy` does it before it calls CloudFormation: archives of functions, to the bootstrap bucket."""
    bucket = f"cdk-hnb659fds-assets-{account}-{emulator.REGION}"
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": emulator.REGION})
    for asset in json.loads((assembly / f"{STACK}.assets.json").read_text())["files"].values():
        source = assembly / asset["source"]["path"]
        body = zipped(source) if asset["source"]["packaging"] == "zip" else source.read_bytes()
        for destination in asset["destinations"].values():
            s3.put_object(Bucket=bucket, Key=destination["objectKey"], Body=body)
    return bucket


def zipped(folder):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        for file in sorted(folder.iterdir()):
            files.write(file, file.name)
    return archive.getvalue()


def create(client, name, template, bucket):
    """The status CloudFormation ends with, or what it said."""
    client("s3").put_object(Bucket=bucket, Key="template.json", Body=json.dumps(template))
    url = f"https://{bucket}.s3.{emulator.REGION}.amazonaws.com/template.json"
    cloudformation = client("cloudformation")
    try:
        cloudformation.create_stack(StackName=name, TemplateURL=url, Capabilities=["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"])
    except (BotoCoreError, ClientError) as error:
        return str(error)
    stack = cloudformation.describe_stacks(StackName=name)["Stacks"][0]
    return " ".join(filter(None, [stack["StackStatus"], stack.get("StackStatusReason")]))


def outputs(cloudformation, name, template):
    """Values of references, by (logical id, attribute), that CloudFormation has answered."""
    answered = {o["OutputKey"]: o["OutputValue"] for o in cloudformation.describe_stacks(StackName=name)["Stacks"][0].get("Outputs", [])}
    pairs = references([r for r in template["Resources"].values()])
    return {pair: answered[supported.output_name(*pair)] for pair in pairs if supported.output_name(*pair) in answered}


def report(template, stacked, by_hand):
    def count(names):
        return collections.Counter(r["Type"] for name, r in template["Resources"].items() if name in names)

    wanted, stack, api = count(template["Resources"]), count(stacked), count(by_hand)
    print(f"{'':46} wanted  by CloudFormation  by API")
    for resource_type, number in sorted(wanted.items()):
        print(f"{resource_type:46} {number:6} {stack[resource_type] or '-':>18} {api[resource_type] or '-':>7}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python test/deploy/deploy.py infra/cdk.out")
    raise SystemExit(main(pathlib.Path(sys.argv[1])))
