"""How each type is made through its service's API. Each: (client, properties) → its Ref, and its other attributes."""

import json


def _simple(service, operation, identity, **attributes):
    """For the many whose properties are the API's parameters: AWS made the one from the other."""

    def make(client, properties):
        answer = getattr(client(service), operation)(**properties)
        where = {**properties, **answer}
        return identity(where), {name: read(where) for name, read in attributes.items()}

    return make


def _api_gateway(operation, identity, **attributes):
    return _simple("apigatewayv2", operation, lambda where: where[identity], **attributes)


def _queue_policy(client, properties):
    for url in properties["Queues"]:
        client("sqs").set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps(properties["PolicyDocument"])})
    return "policy", {}


def _topic_policy(client, properties):
    for arn in properties["Topics"]:
        policy = json.dumps(properties["PolicyDocument"])
        client("sns").set_topic_attributes(TopicArn=arn, AttributeName="Policy", AttributeValue=policy)
    return "policy", {}


def _subscription(client, properties):
    redrive = {"RedrivePolicy": json.dumps(properties.pop("RedrivePolicy"))}
    return client("sns").subscribe(**properties, Attributes=redrive)["SubscriptionArn"], {}


def _alarm(client, properties):
    client("cloudwatch").put_metric_alarm(**properties)
    return properties["AlarmName"], {}


def _user_pool(client, properties):
    tags = properties.pop("UserPoolTags", {})
    mfa = {"MfaConfiguration": properties.pop("MfaConfiguration"), "Enabled": properties.pop("EnabledMfas")}
    pool = client("cognito-idp").create_user_pool(PoolName=properties.pop("UserPoolName"), UserPoolTags=tags, **properties)["UserPool"]
    totp = {"Enabled": "SOFTWARE_TOKEN_MFA" in mfa["Enabled"]}
    client("cognito-idp").set_user_pool_mfa_config(
        UserPoolId=pool["Id"], SoftwareTokenMfaConfiguration=totp, MfaConfiguration=mfa["MfaConfiguration"]
    )
    return pool["Id"], {"ProviderURL": f"https://cognito-idp.eu-central-1.amazonaws.com/{pool['Id']}", "Arn": pool["Arn"]}


def _user_pool_client(client, properties):
    made = client("cognito-idp").create_user_pool_client(ClientName="made-by-hand", **properties)
    return made["UserPoolClient"]["ClientId"], {}


def _configuration_set(client, properties):
    name = properties.pop("Name")
    client("sesv2").create_configuration_set(ConfigurationSetName=name, **properties)
    return name, {}


MAKERS = {
    "AWS::ApiGatewayV2::Api": _api_gateway("create_api", "ApiId", ApiEndpoint=lambda where: where["ApiEndpoint"]),
    "AWS::ApiGatewayV2::Authorizer": _api_gateway("create_authorizer", "AuthorizerId"),
    "AWS::ApiGatewayV2::Integration": _api_gateway("create_integration", "IntegrationId"),
    "AWS::ApiGatewayV2::Route": _api_gateway("create_route", "RouteId"),
    "AWS::ApiGatewayV2::Stage": _api_gateway("create_stage", "StageName"),
    "AWS::CloudWatch::Alarm": _alarm,
    "AWS::Cognito::UserPool": _user_pool,
    "AWS::Cognito::UserPoolClient": _user_pool_client,
    "AWS::Cognito::UserPoolDomain": _simple("cognito-idp", "create_user_pool_domain", lambda where: where["Domain"]),
    "AWS::Cognito::UserPoolResourceServer": _simple("cognito-idp", "create_resource_server", lambda where: where["Identifier"]),
    "AWS::Lambda::Alias": _simple("lambda", "create_alias", lambda where: where["AliasArn"]),
    "AWS::Lambda::EventInvokeConfig": _simple("lambda", "put_function_event_invoke_config", lambda where: where["FunctionArn"]),
    "AWS::Lambda::Version": _simple("lambda", "publish_version", lambda where: where["FunctionArn"], Version=lambda where: where["Version"]),
    "AWS::SES::ConfigurationSet": _configuration_set,
    "AWS::SNS::Subscription": _subscription,
    "AWS::SNS::TopicPolicy": _topic_policy,
    "AWS::SQS::QueuePolicy": _queue_policy,
    "AWS::Scheduler::Schedule": _simple("scheduler", "create_schedule", lambda where: where["Name"]),
    "AWS::Scheduler::ScheduleGroup": _simple("scheduler", "create_schedule_group", lambda where: where["Name"]),
}
