resource "aws_sns_topic" "this" {
  name = "alerts"
}

resource "aws_sns_topic_subscription" "this" {
  topic_arn = aws_sns_topic.this.arn
  protocol  = "email"
  endpoint  = "soc@corp.test"
}

output "arn" {
  value = aws_sns_topic.this.arn
}
